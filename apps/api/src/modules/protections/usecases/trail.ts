import type { Database } from '../../../db/database.ts'
import { record } from '../../audit/index.ts'

/** The trail of one change: states, days and field names, never a word somebody wrote. */
export const trail = (
  tx: Database,
  actorId: string | null,
  row: { id: string; placeId: string },
  action:
    | 'started'
    | 'changed'
    | 'published'
    | 'noted'
    | 'kept'
    | 'ended'
    | 'reminded'
    | 'handed-over',
  what: { before?: Record<string, unknown>; after?: Record<string, unknown> } = {},
) =>
  record(tx, {
    placeId: row.placeId,
    actorId,
    action: `protections.${action}`,
    subject: { kind: 'protection', id: row.id },
    ...what,
  })
