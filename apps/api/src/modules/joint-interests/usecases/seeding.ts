import { type Database, inTurn } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import {
  brokersChallenge,
  lockOpenChallenge,
  publishedChallenge,
  refuseChallenge,
} from '../../challenges/index.ts'
import { requireNeutral } from '../../matching/index.ts'
import * as q from '../joint-interests.queries.ts'
import { together, trail } from './locking.ts'
import { asked, begin, type Invitee, requireAskable, tellInvited } from './starting.ts'

/** Writes down what a broker did, in the log of the desk; that noun lives further right. */
export type NoteSeed = (
  tx: Database,
  seed: { placeId: string; challengeId: string; brokerId: string; organisationIds: string[] },
) => Promise<void>

/** @throws challenges.not_found for anybody but a broker of it · matching.not_neutral for a party */
async function requireBroker(db: Database, actor: Actor, challengeId: string) {
  const challenge = await publishedChallenge(db, challengeId)
  if (!challenge || !brokersChallenge(actor, challenge))
    throw refuseChallenge('challenges.not_found')
  await requireNeutral(db, actor, challenge)
  return challenge
}

async function shownSeed(db: Database, seed: { id: string; seededAt: Date }) {
  const members = await q.membersOf(db, [seed.id])
  return {
    ...seed,
    invited: members
      .flatMap(({ member: { seedWhy, byHand }, organisation: { id: organisationId, name } }) =>
        seedWhy === null ? [] : [{ organisationId, name, why: seedWhy, byHand }],
      )
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  }
}

/**
 * A broker asks two to six organisations whether they would answer together (J-12). The first to say yes convenes it,
 * until they hand it over. Whom no email reaches the broker asks by telephone or in person. What becomes of it the broker does not see: who answers is sealed (S-02).
 *
 * @throws challenges.not_found · challenges.closed · matching.not_neutral · joint-interests.partner_unknown ·
 *   joint-interests.paused
 */
export function seed(
  deps: Deps,
  actor: Actor,
  input: { challengeId: string; invited: readonly Invitee[]; note: NoteSeed | undefined },
) {
  const { challengeId, invited, note } = input
  return together(deps, async (tx) => {
    await requireBroker(tx, actor, challengeId)
    const challenge = await lockOpenChallenge(tx, challengeId)
    const ids = invited.map((one) => one.organisationId)
    await requireAskable(tx, challenge, ids)
    const of = await begin(tx, challenge, {
      purpose: '',
      convenorId: null,
      seededBy: actor.personId,
    })
    const members = asked({ ...of, purpose: '' }, invited)
    await q.putMembers(
      tx,
      members.map((one) => ({ ...one, seedWhy: one.why })),
    )
    await trail(tx, actor, of, { action: 'seeded', after: { asked: ids.length } })
    await note?.(tx, {
      placeId: of.placeId,
      challengeId,
      brokerId: actor.personId,
      organisationIds: ids,
    })
    const by = actor.displayName ?? '…'
    await q.noteByHand(tx, of.id, await tellInvited(tx, deps, { id: of.id, invited, by }))
    const [row] = await q.seedsOf(tx, challengeId, actor.personId)
    if (!row) throw new Error('a seed was gone in its own transaction')
    return shownSeed(tx, row)
  })
}

/** Whom the broker asked, and why. */
export async function seeds(db: Database, actor: Actor, challengeId: string) {
  await requireBroker(db, actor, challengeId)
  const rows = await q.seedsOf(db, challengeId, actor.personId)
  return inTurn(rows, (row) => shownSeed(db, row))
}
