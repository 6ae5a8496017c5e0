import { BLOCS } from '@howcanwe/shared/codesign'
import { OUTCOMES, PURPOSES, REMIND, REPLIES, RING_ABOUT } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groupSessions } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'

const sessionRef = () => uuid('session_id').notNull()
const memberRef = () => uuid('member_id').notNull()

/** Whether somebody comes. The waiting list moves by itself, in turn, inside the database. */
export const sessionReplies = pgTable(
  'session_replies',
  {
    placeId: placeRef(),
    sessionId: sessionRef(),
    memberId: memberRef(),
    answer: text('answer', { enum: REPLIES }).notNull(),
    /** Takes two seats. */
    brings: boolean('brings').notNull().default(false),
    /** Order of the waiting list: a new number each time somebody begins to wait. */
    turn: bigint('turn', { mode: 'number' }).generatedByDefaultAsIdentity(),
    saidAt: instant('said_at').notNull().defaultNow(),
    movedUpAt: instant('moved_up_at'),
    movedToldAt: instant('moved_told_at'),
    remindedAt: instant('reminded_at'),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.memberId] }),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }).onDelete('cascade'),
    check('session_replies_answer', sql`answer in ('yes', 'no', 'maybe', 'waiting')`),
    index('session_replies_of_member').on(t.memberId),
    index('session_replies_to_remind')
      .on(t.sessionId)
      .where(sql`reminded_at is null and answer in ('yes', 'maybe')`),
    index('session_replies_to_tell')
      .on(t.sessionId)
      .where(sql`moved_up_at is not null and moved_told_at is null`),
  ],
)

/** When somebody is reminded of sessions; two days before where they have not said. */
export const sessionWishes = pgTable(
  'session_wishes',
  {
    placeId: placeRef(),
    memberId: memberRef().primaryKey(),
    remind: text('remind', { enum: REMIND }).notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }).onDelete('cascade'),
    check('session_wishes_remind', sql`remind in ('week', 'two-days', 'morning', 'never')`),
  ],
)

/** Who raised it is who it belongs to: a residents' item needs a resident. */
export const agendaItems = pgTable(
  'session_agenda_items',
  {
    id: primaryId(),
    placeId: placeRef(),
    sessionId: sessionRef(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    minutes: integer('minutes').notNull(),
    purpose: text('purpose', { enum: PURPOSES }).notNull(),
    /** Whoever takes part and raised it; null: whoever runs the group. */
    raisedBy: uuid('raised_by'),
    /** Set by the database from the place of whoever raised it; null: the facilitator. */
    bloc: text('bloc', { enum: BLOCS }),
    /** Raised by a resident and no paper in plain form in time: talked about, not decided (§4.2). */
    fellOffAt: instant('fell_off_at'),
    /** Of anybody else without a paper in time: off this agenda, and on that of the session named. */
    offAt: instant('off_at'),
    carriedTo: uuid('carried_to').references(() => groupSessions.id, { onDelete: 'set null' }),
    carriedFrom: uuid('carried_from').references(() => groupSessions.id, { onDelete: 'set null' }),
    createdAt: born(),
  },
  (t) => [
    unique('session_agenda_tenant').on(t.placeId, t.id),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.raisedBy],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    index('session_agenda_of_session').on(t.sessionId, t.position),
    index('session_agenda_to_carry')
      .on(t.sessionId)
      .where(sql`off_at is not null and carried_to is null`),
    check('session_agenda_minutes', sql`minutes between 1 and 120`),
    check('session_agenda_purpose', sql`purpose in ('hear', 'talk', 'decide')`),
  ],
)

/** Who was there, from the sign-in sheet. */
export const sessionAttendance = pgTable(
  'session_attendance',
  {
    placeId: placeRef(),
    sessionId: sessionRef(),
    memberId: memberRef(),
    came: boolean('came').notNull(),
    enteredBy: uuid('entered_by')
      .notNull()
      .references(() => people.id),
    enteredAt: instant('entered_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.memberId] }),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }).onDelete('cascade'),
  ],
)

/** The doing ledger: what a session led to (CD9, M38). */
export const sessionOutcomes = pgTable(
  'session_outcomes',
  {
    id: primaryId(),
    placeId: placeRef(),
    sessionId: sessionRef(),
    kind: text('kind', { enum: OUTCOMES }).notNull(),
    text: text('text').notNull(),
    who: text('who').notNull().default(''),
    /** A decision stands on an item that people could read about in time. */
    itemId: uuid('item_id'),
    createdAt: born(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.itemId],
      foreignColumns: [agendaItems.placeId, agendaItems.id],
    }),
    index('session_outcomes_of_session').on(t.sessionId),
    check('session_outcomes_kind', sql`kind in ('action', 'test', 'decision')`),
    check('session_outcomes_on_what', sql`kind <> 'decision' or item_id is not null`),
  ],
)

/** "Was I heard? Did it change anything?" (CD8, M23), one answer a member a session. */
export const sessionFelt = pgTable(
  'session_felt',
  {
    placeId: placeRef(),
    sessionId: sessionRef(),
    /** Whose it is, until it is forgotten: thirty days after the group has finished, or a year without a session. */
    memberId: uuid('member_id'),
    /** The voice alone, once nobody knows whose it was. */
    bloc: text('bloc', { enum: BLOCS }),
    /** Drawn anew when it is forgotten: how many people said it goes on counting, and leads to nobody. */
    teller: uuid('teller'),
    heard: smallint('heard').notNull(),
    changed: smallint('changed').notNull(),
    saidAt: instant('said_at').notNull().defaultNow(),
  },
  (t) => [
    unique('session_felt_once').on(t.sessionId, t.memberId),
    check(
      'session_felt_of_one_or_a_voice',
      sql`(member_id is null) = (bloc is not null) and (bloc is null) = (teller is null)`,
    ),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }).onDelete('cascade'),
    check('session_felt_five', sql`heard between 1 and 5 and changed between 1 and 5`),
  ],
)

/** Whom no letter reaches: rung, and ticked off. */
export const sessionRings = pgTable(
  'session_rings',
  {
    placeId: placeRef(),
    sessionId: sessionRef(),
    memberId: memberRef(),
    about: text('about', { enum: RING_ABOUT }).notNull(),
    createdAt: born(),
    rungAt: instant('rung_at'),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.memberId, t.about] }),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }).onDelete('cascade'),
  ],
)
