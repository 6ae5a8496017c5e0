import { CAME_OF } from '@howcanwe/shared/texts'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groups } from '../codesign/codesign.table.ts'

/** That a text came, so that one handed in twice is taken once, and nobody fills our lists; not who nor what. */
export const textsTaken = pgTable(
  'texts_taken',
  {
    /** HMAC of the gateway's own name for it. */
    gatewayHash: bytea('gateway_hash').primaryKey(),
    /** HMAC of the number. */
    numberHash: bytea('number_hash').notNull(),
    takenAt: instant('taken_at').notNull().defaultNow(),
  },
  (t) => [index('texts_taken_of_number').on(t.numberHash, t.takenAt)],
)

/** A text that a person reads: its words and the number lie in the vault until it is dealt with. */
export const incomingTexts = pgTable(
  'incoming_texts',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    /** null: no place here has that number; they sent the two words of the group. */
    memberId: uuid('member_id'),
    numberHash: bytea('number_hash').notNull(),
    receivedAt: instant('received_at').notNull().defaultNow(),
    /** Three working days later (J-17). */
    dueAt: instant('due_at').notNull(),
    remindedAt: instant('reminded_at'),
    lateToldAt: instant('late_told_at'),
    doneAt: instant('done_at'),
    cameOf: text('came_of', { enum: [...CAME_OF, 'taken-back'] }),
  },
  (t) => [
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    index('incoming_texts_waiting').on(t.groupId, t.dueAt).where(sql`done_at is null`),
    index('incoming_texts_of_number').on(t.numberHash).where(sql`done_at is null`),
    index('incoming_texts_of_member').on(t.memberId).where(sql`member_id is not null`),
    index('incoming_texts_old').on(t.receivedAt),
    check(
      'incoming_texts_came_of',
      sql`(done_at is null) = (came_of is null) and came_of in ('in-touch', 'written-down', 'nothing', 'taken-back')`,
    ),
  ],
)
