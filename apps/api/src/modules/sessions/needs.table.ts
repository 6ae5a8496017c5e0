import { NEED_STATES } from '@howcanwe/shared/sessions'
import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { born, instant, placeRef } from '../../db/columns.ts'
import { groupMembers, groupSessions } from '../codesign/codesign.table.ts'

const sessionRef = () => uuid('session_id').notNull()
const memberRef = () => uuid('member_id').notNull()

/**
 * That somebody needs an adjustment, without a word of what: that lies in the vault under the member and `field`. The
 * row comes and goes with the box, inside the database.
 */
export const accessNeeds = pgTable(
  'access_needs',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    placeId: placeRef(),
    memberId: memberRef(),
    field: text('field').notNull(),
    createdAt: born(),
  },
  (t) => [
    unique('access_needs_tenant').on(t.placeId, t.id),
    unique('access_needs_once').on(t.memberId, t.field),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }).onDelete('cascade'),
  ],
)

/** How far a need is for one session; no row: stated and nothing done. */
export const sessionNeeds = pgTable(
  'session_needs',
  {
    placeId: placeRef(),
    sessionId: sessionRef(),
    needId: uuid('need_id').notNull(),
    state: text('state', { enum: NEED_STATES }).notNull(),
    changedAt: instant('changed_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.needId] }),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.needId],
      foreignColumns: [accessNeeds.placeId, accessNeeds.id],
    }).onDelete('cascade'),
    check(
      'session_needs_state',
      sql`state in ('stated', 'arranged', 'confirmed', 'explained', 'met', 'not-met')`,
    ),
  ],
)
