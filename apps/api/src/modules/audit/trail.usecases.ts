import type { Checkpoint } from '@howcanwe/shared/audit'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as common } from '../../http/app-error.ts'
import { mayExport } from './audit.policy.ts'
import { endLine, linesAfter, newestCheckpoints, unlinkedLines } from './audit.queries.ts'
import { record } from './audit.usecases.ts'

const CHECKPOINTS_SHOWN = 100
const LINES_A_PAGE = 1_000

/** How far a place's record had come, the newest first. Anyone may ask, and should keep the answer. */
export const checkpointsOf = async (
  db: Database,
  chain: string,
): Promise<{ items: Checkpoint[] }> => ({
  items: await newestCheckpoints(db, chain, CHECKPOINTS_SHOWN),
})

/**
 * The next thousand lines of a place's record, for its stewards. Reading it is an event too, each page one, because a
 * reader may begin at any line. The last page ends with what no link knows and with where the database says the record
 * ends, all of one moment.
 *
 * @param cursor the number of the last line that was read
 * @throws auth.forbidden
 */
export async function trailOf(
  db: Database,
  actor: Actor,
  placeId: string,
  { cursor, requestId }: { cursor: string | undefined; requestId: string },
): Promise<{ items: string[]; nextCursor: string | null }> {
  if (!mayExport(actor, placeId)) throw common('auth.forbidden')
  await noteReading(db, actor, placeId, requestId)
  return db.transaction(
    async (tx) => {
      const lines = await linesAfter(tx, placeId, Number(cursor ?? 0), LINES_A_PAGE)
      const items = lines.map((row) => row.line)
      if (lines.length === LINES_A_PAGE)
        return { items, nextCursor: String(lines.at(-1)?.seq ?? '') }
      const rest = [...(await unlinkedLines(tx, placeId)), await endLine(tx, placeId)]
      return { items: [...items, ...rest], nextCursor: null }
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
}

const noteReading = (db: Database, actor: Actor, placeId: string, requestId: string) =>
  inTransaction(db, (tx) =>
    record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'trail.read',
      subject: { kind: 'place', id: placeId },
      requestId,
    }),
  )
