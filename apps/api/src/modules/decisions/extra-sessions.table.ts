import { foreignKey, pgTable, uuid } from 'drizzle-orm/pg-core'
import { born, placeRef } from '../../db/columns.ts'
import { groupSessions } from '../codesign/codesign.table.ts'
import { decisionVersions } from './decisions.table.ts'

/** The one extra session that residents are owed once they have stopped the clock (§4.2, Hold). */
export const decisionSessions = pgTable(
  'decision_sessions',
  {
    placeId: placeRef(),
    versionId: uuid('version_id').primaryKey(),
    sessionId: uuid('session_id').notNull().unique('decision_sessions_once'),
    createdAt: born(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.versionId],
      foreignColumns: [decisionVersions.placeId, decisionVersions.id],
    }),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }).onDelete('cascade'),
  ],
)
