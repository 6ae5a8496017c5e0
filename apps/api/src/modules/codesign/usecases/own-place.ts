import type { OwnPlace } from '@howcanwe/shared/codesign'
import { inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { record } from '../../audit/index.ts'
import { noteAct, refuseSupporters } from '../../supporters/index.ts'
import type { Knock } from '../codesign.cookies.ts'
import { refuse } from '../codesign.errors.ts'
import * as q from '../queries/voices.own.queries.ts'
import { leaveAs } from './leave.ts'
import { requireOwnPlace, shownPlace } from './voice.ts'

interface Asked {
  memberId: string
  requestId: string
}

/**
 * Rests, or takes part again: no reason asked, the place stays.
 *
 * @throws codesign.no_place_here
 */
export async function setResting(
  deps: Deps,
  knock: Knock,
  { memberId, requestId }: Asked,
  resting: boolean,
): Promise<OwnPlace> {
  return inTransaction(deps.db, async (tx) => {
    const place = await requireOwnPlace(tx, knock, memberId)
    if ((place.member.state === 'resting') === resting) return shownPlace(place)
    await q.setResting(tx, memberId, resting)
    await record(tx, {
      placeId: place.member.placeId,
      actorId: null,
      action: resting ? 'codesign.rests' : 'codesign.came-back',
      subject: { kind: 'group_member', id: memberId },
      after: { groupId: place.member.groupId },
      requestId,
    })
    if (knock.actor) await noteAct(tx, knock.actor, 'supporters.rested-in-group')
    return shownPlace(await requireOwnPlace(tx, knock, memberId))
  })
}

/**
 * Leaves from within: by the slip, the link or the account that opened the place.
 *
 * @throws codesign.no_place_here
 */
export async function leaveOpened(
  deps: Deps,
  knock: Knock,
  { memberId, requestId }: Asked,
): Promise<{ left: true }> {
  return inTransaction(deps.db, async (tx) => {
    await requireOwnPlace(tx, knock, memberId)
    await leaveAs(deps, tx, memberId, knock.actor ? undefined : requestId)
    if (knock.actor) await noteAct(tx, knock.actor, 'supporters.left-group')
    return { left: true as const }
  })
}

/**
 * Joins a place that is open on this device to the account somebody is signed in with (CD2: the slip claims the place
 * later). The database sees to one place a person, and one voice a pair.
 *
 * @throws codesign.no_place_here · codesign.claimed_by_another · supporters.own_place
 */
export async function claimPlace(
  deps: Deps,
  knock: Knock & { actor: NonNullable<Knock['actor']> },
  { memberId, requestId }: Asked,
): Promise<OwnPlace> {
  try {
    return await inTransaction(deps.db, async (tx) => {
      const place = await requireOwnPlace(tx, knock, memberId)
      const { personId } = place.member
      if (personId === knock.actor.personId) return shownPlace(place)
      if (personId) throw refuse('codesign.claimed_by_another')
      await q.setPerson(tx, memberId, knock.actor.personId)
      await record(tx, {
        placeId: place.member.placeId,
        actorId: null,
        action: 'codesign.claimed',
        subject: { kind: 'group_member', id: memberId },
        after: { groupId: place.member.groupId },
        requestId,
      })
      return shownPlace(await requireOwnPlace(tx, knock, memberId))
    })
  } catch (error) {
    if (sqlState(error) === 'HW168') throw refuse('codesign.claimed_by_another')
    if (sqlState(error) === 'HW077') throw refuseSupporters('supporters.own_place')
    throw error
  }
}
