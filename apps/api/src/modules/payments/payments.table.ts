import { SAID_BY } from '@howcanwe/shared/codesign'
import {
  CHOICES,
  FAILED_BECAUSE,
  ITEM_STATES,
  KINDS,
  PAY_AS,
  WAYS_PAID,
  WHYS,
} from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groupSessions, groups } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'
import { payHours } from './payments.hours.table.ts'

const ofMember = (t: { placeId: AnyPgColumn; memberId: AnyPgColumn }) =>
  foreignKey({
    columns: [t.placeId, t.memberId],
    foreignColumns: [groupMembers.placeId, groupMembers.id],
  })
const ofSession = (t: { placeId: AnyPgColumn; sessionId: AnyPgColumn }) =>
  foreignKey({
    columns: [t.placeId, t.sessionId],
    foreignColumns: [groupSessions.placeId, groupSessions.id],
  })

/** Who was there, and for how long, getting ready included: what pay begins with, and unpaid hours are counted by (M30). */
export const payAttendance = pgTable(
  'pay_attendance',
  {
    placeId: placeRef(),
    sessionId: uuid('session_id').notNull(),
    memberId: uuid('member_id').notNull(),
    minutes: integer('minutes').notNull(),
    preparationMinutes: integer('preparation_minutes').notNull(),
    payAs: text('pay_as', { enum: PAY_AS }).notNull().default('minutes'),
    confirmedBy: uuid('confirmed_by')
      .notNull()
      .references(() => people.id),
    confirmedAt: instant('confirmed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.memberId] }),
    ofMember(t),
    ofSession(t),
    check(
      'pay_attendance_minutes',
      sql`minutes between 1 and 960 and preparation_minutes between 0 and 960
        and pay_as in ('minutes', 'half-day', 'day')`,
    ),
  ],
)

/** Something a member is owed. Money for taking part and money given back never stand in one row (CD4). */
export const payItems = pgTable(
  'pay_items',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    memberId: uuid('member_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    why: text('why', { enum: WHYS }).notNull(),
    /** Of taking part: counted by the database from who was there and the rates of the place. */
    minutes: integer('minutes'),
    preparationMinutes: integer('preparation_minutes'),
    amountPence: integer('amount_pence').notNull(),
    currency: text('currency').notNull().default(''),
    /** The start that was called off or moved away too late; null for what was held or spent. */
    lostStart: instant('lost_start'),
    /** Whose saying that hours were missing this puts right; null for everything else. */
    forHours: uuid('for_hours'),
    /** What the money was spent on, where that needs words. */
    words: text('words').notNull().default(''),
    receipt: boolean('receipt').notNull().default(false),
    /** Asked for before the session, so that nobody lays money out. */
    advance: boolean('advance').notNull().default(false),
    choice: text('choice', { enum: CHOICES }),
    /** What is really paid; 0 where somebody wants nothing. */
    chosenPence: integer('chosen_pence'),
    charityName: text('charity_name').notNull().default(''),
    /** Who wrote a choice down that was said, and how it was said (PE3). */
    enteredBy: uuid('entered_by').references(() => people.id),
    saidBy: text('said_by', { enum: SAID_BY }),
    state: text('state', { enum: ITEM_STATES }).notNull().default('due'),
    /** The session ended, or was cancelled late. */
    dueAt: instant('due_at').notNull().defaultNow(),
    chooseBy: instant('choose_by').notNull(),
    chosenAt: instant('chosen_at'),
    approveBy: instant('approve_by'),
    payBy: instant('pay_by'),
    /** Whoever runs the group has seen that it is right. */
    confirmedBy: uuid('confirmed_by').references(() => people.id),
    confirmedAt: instant('confirmed_at'),
    approvedBy: uuid('approved_by').references(() => people.id),
    approvedAt: instant('approved_at'),
    paidAt: instant('paid_at'),
    failedAt: instant('failed_at'),
    /** Told a second time that it came back. */
    failedAgainAt: instant('failed_again_at'),
    failedBecause: text('failed_because', { enum: FAILED_BECAUSE }),
    /** What the clerk wrote who said no; the member reads it. */
    refusedWhy: text('refused_why').notNull().default(''),
    settledPence: integer('settled_pence'),
    settledAt: instant('settled_at'),
    askedAt: instant('asked_at'),
    remindedAt: instant('reminded_at'),
    approveLateAt: instant('approve_late_at'),
    payLateAt: instant('pay_late_at'),
    createdAt: born(),
  },
  (t) => [
    unique('pay_items_tenant').on(t.placeId, t.id),
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    ofMember(t),
    ofSession(t),
    uniqueIndex('pay_items_once').on(t.memberId, t.sessionId).where(sql`why = 'held'`),
    uniqueIndex('pay_items_lost_once')
      .on(t.memberId, t.sessionId, t.lostStart)
      .where(sql`why = 'cancelled-late'`),
    foreignKey({
      columns: [t.placeId, t.forHours],
      foreignColumns: [payHours.placeId, payHours.id],
    }),
    uniqueIndex('pay_items_for_hours').on(t.forHours),
    check('pay_items_more', sql`(why = 'more-hours') = (for_hours is not null)`),
    check('pay_items_lost', sql`(why = 'cancelled-late') = (lost_start is not null)`),
    uniqueIndex('pay_items_spent_once')
      .on(t.memberId, t.sessionId, t.why, t.advance)
      .where(sql`kind = 'expense' and state not in ('declined', 'refused')`),
    index('pay_items_of_group').on(t.groupId, t.memberId),
    index('pay_items_waiting').on(t.placeId, t.state),
    check('pay_items_amount', sql`amount_pence between 1 and 500000`),
    check(
      'pay_items_kind',
      sql`(kind = 'involvement') = (why in ('held', 'cancelled-late', 'more-hours'))
        and (kind = 'expense') = (why in ('fares', 'care', 'other'))
        and (kind = 'involvement') = (minutes is not null and preparation_minutes is not null)
        and (kind = 'expense' or not advance)`,
    ),
    check(
      'pay_items_choice',
      sql`(choice is null) = (chosen_pence is null) and case choice
        when 'all' then chosen_pence = amount_pence when 'voucher' then chosen_pence = amount_pence
        when 'charity' then chosen_pence = amount_pence and btrim(charity_name) <> ''
        when 'less' then chosen_pence > 0 and chosen_pence < amount_pence
        when 'nothing' then chosen_pence = 0 else true end`,
    ),
    /** Nobody who wants nothing is ever paid, and nobody is paid more than they are owed. */
    check(
      'pay_items_state',
      sql`case state when 'due' then choice is null when 'declined' then choice = 'nothing'
          when 'refused' then paid_at is null and btrim(refused_why) <> ''
          else chosen_pence > 0 and choice <> 'nothing' end
        and (state in ('paid', 'settled')) = (paid_at is not null)
        and (state = 'settled') = (settled_pence is not null)`,
    ),
    check('pay_items_words', sql`char_length(words) <= 200 and char_length(charity_name) <= 120`),
    check('pay_items_said', sql`(entered_by is null) = (said_by is null)`),
  ],
)

/** How money reaches a member. Account and address lie in the vault under this id; here stand four digits at most. */
export const payWays = pgTable(
  'pay_ways',
  {
    id: primaryId(),
    placeId: placeRef(),
    memberId: uuid('member_id').notNull(),
    way: text('way', { enum: WAYS_PAID }).notNull(),
    last4: text('last4').notNull().default(''),
    since: instant('since').notNull().defaultNow(),
  },
  (t) => [
    uniqueIndex('pay_ways_one').on(t.memberId),
    ofMember(t),
    check('pay_ways_last4', sql`(way = 'bank') = (last4 <> '') and last4 ~ '^[0-9A-Z]{0,4}$'`),
  ],
)
