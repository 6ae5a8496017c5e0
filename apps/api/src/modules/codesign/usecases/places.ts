import type { Database } from '../../../db/database.ts'
import { inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { noteAct } from '../../supporters/index.ts'
import { refuse } from '../codesign.errors.ts'
import { placesUnder } from '../queries/members.queries.ts'
import { leaveAs } from './leave.ts'

/** Somebody's own places in groups. */
export const placesFor = async (db: Database, actor: Actor) => ({
  items: (await placesUnder(db, actor.personId)).map(({ memberId, ...place }) => ({
    id: memberId,
    ...place,
  })),
})

/**
 * Leaves without the slip, for whoever has proven the contact theirs or acts for them.
 *
 * @throws codesign.place_not_found
 */
export async function leavePlace(
  deps: Deps,
  actor: Actor,
  { memberId, requestId }: { memberId: string; requestId: string },
): Promise<{ left: true }> {
  return inTransaction(deps.db, async (tx) => {
    const own = await placesUnder(tx, actor.personId)
    if (!own.some((place) => place.memberId === memberId)) throw refuse('codesign.place_not_found')
    await leaveAs(deps, tx, memberId, requestId)
    await noteAct(tx, actor, 'supporters.left-group')
    return { left: true as const }
  })
}
