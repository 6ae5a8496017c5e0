import { SAID_BY } from '@howcanwe/shared/codesign'
import { HOURS_STATES } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groupSessions, groups } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'

/** What somebody says they really gave to a session, where it was put down too low or not at all (J-19). */
export const payHours = pgTable(
  'pay_hours',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    memberId: uuid('member_id').notNull(),
    sessionId: uuid('session_id').notNull(),
    /** All of it, not what is missing: what is put down may change before somebody answers. */
    minutes: integer('minutes').notNull(),
    preparationMinutes: integer('preparation_minutes').notNull(),
    words: text('words').notNull().default(''),
    /** Who wrote it down for whoever said it, and how it was said (PE3). */
    enteredBy: uuid('entered_by').references(() => people.id),
    saidBy: text('said_by', { enum: SAID_BY }),
    state: text('state', { enum: HOURS_STATES }).notNull().default('asked'),
    askedAt: instant('asked_at').notNull().defaultNow(),
    dueAt: instant('due_at').notNull(),
    remindedAt: instant('reminded_at'),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: instant('answered_at'),
    reason: text('reason').notNull().default(''),
    /** A letter told them, or somebody rang. */
    toldAt: instant('told_at'),
  },
  (t) => [
    unique('pay_hours_tenant').on(t.placeId, t.id),
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }),
    uniqueIndex('pay_hours_once').on(t.memberId, t.sessionId).where(sql`state = 'asked'`),
    index('pay_hours_of_group').on(t.groupId, t.state),
    index('pay_hours_due').on(t.dueAt).where(sql`state = 'asked' and reminded_at is null`),
    check('pay_hours_words', sql`char_length(words) <= 300 and char_length(reason) <= 300`),
    check('pay_hours_said', sql`(entered_by is null) = (said_by is null)`),
    check(
      'pay_hours_state',
      sql`state in ('asked', 'yes', 'no') and (state = 'asked') = (answered_at is null)
        and (answered_at is null) = (answered_by is null) and (state <> 'asked' or told_at is null)`,
    ),
  ],
)
