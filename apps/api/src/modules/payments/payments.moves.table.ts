import { foreignKey, integer, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core'
import { instant, placeRef } from '../../db/columns.ts'
import { groupSessions } from '../codesign/codesign.table.ts'

/** A start that was moved away too late, with whoever had kept it free: written by the database, and never rewritten. */
export const payLateMoves = pgTable(
  'pay_late_moves',
  {
    placeId: placeRef(),
    sessionId: uuid('session_id').notNull(),
    fromStart: instant('from_start').notNull(),
    toStart: instant('to_start').notNull(),
    minutes: integer('minutes').notNull(),
    preparationMinutes: integer('preparation_minutes').notNull(),
    /** Members who had not said no when it was moved: what they answer to the new time is another matter. */
    expected: uuid('expected').array().notNull(),
    movedAt: instant('moved_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.fromStart] }),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }),
  ],
)
