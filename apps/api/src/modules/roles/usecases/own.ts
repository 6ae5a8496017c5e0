import type { Received } from '@howcanwe/shared/http'
import type { OwnGrant, rolesContract } from '@howcanwe/shared/roles'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { lockPerson } from '../../identity/index.ts'
import { requirePlace } from '../../places/index.ts'
import { refuse } from '../roles.errors.ts'
import { tellStewards } from '../roles.letters.ts'
import * as q from '../roles.queries.ts'
import { guarded, trail } from './guarded.ts'
import { forHolder, namesFor, type RoleHands } from './view.ts'

/** Requests of one person in 24 hours: each writes to every steward. */
const A_DAY = 3

/**
 * Asks for a role. The stewards are told; nothing is held before one says yes.
 *
 * @throws places.not_found · roles.already_held · roles.asked_often
 */
export async function askForRole(
  deps: Deps,
  actor: Actor,
  asked: Received<typeof rolesContract.ask>['body'],
): Promise<OwnGrant> {
  return guarded(deps.db, async (tx) => {
    const { placeId, role, words } = asked
    const { personId } = actor
    await requirePlace(tx, placeId)
    // One person's requests take turns, so that counting them holds.
    await lockPerson(tx, personId)
    if ((await q.askedLately(tx, personId)) >= A_DAY) throw refuse('roles.asked_often')
    await q.endWhatIsOver(tx, { placeId, personId, role })
    const wanted = { placeId, personId, role, words, requestedBy: personId }
    const id = await q.addGrant(tx, { ...wanted, state: 'requested' })
    const row = await q.grantById(tx, id)
    if (!row) throw new Error('a role was asked for and is not there')
    await trail(tx, personId, 'requested', row.grant)
    await tellStewards(tx, deps.config, { row, by: actor, kind: 'requested' })
    return forHolder(row, new Map())
  })
}

/**
 * Lays one's own role down, or takes back that one asked for it. The stewards are told.
 *
 * @throws roles.not_found · request.stale · roles.wrong_state · roles.still_needed · roles.last_one
 */
export async function layDown(
  deps: Deps,
  hands: RoleHands,
  actor: Actor,
  { id, version }: { id: string; version: number },
): Promise<OwnGrant> {
  return guarded(deps.db, async (tx) => {
    const before = await q.lockGrant(tx, id)
    if (before?.grant.personId !== actor.personId) throw refuse('roles.not_found')
    const { grant } = before
    if (grant.version !== version)
      throw refuseRequest('request.stale', { currentVersion: grant.version })
    if (grant.state === 'ended') throw refuse('roles.wrong_state')
    const isAsked = grant.state === 'requested'
    if (!isAsked && (await hands.isNeeded(tx, grant))) throw refuse('roles.still_needed')
    await q.changeGrant(tx, id, { state: 'ended' })
    const row = await q.grantById(tx, id)
    if (!row) throw refuse('roles.not_found')
    await trail(tx, actor.personId, isAsked ? 'withdrawn' : 'laid-down', row.grant)
    if (!isAsked) await tellStewards(tx, deps.config, { row, by: actor, kind: 'laid-down' })
    return forHolder(row, await namesFor(tx, hands, [row]))
  })
}
