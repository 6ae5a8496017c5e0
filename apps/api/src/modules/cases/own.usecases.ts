import type { casesContract } from '@howcanwe/shared/cases'
import type { Result } from '@howcanwe/shared/http'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import { brokersChallenge, publishedChallenge, refuseChallenge } from '../challenges/index.ts'
import { requirePlace } from '../places/index.ts'
import * as q from './cases.queries.ts'
import { requireDesk } from './cases.usecases.ts'

/**
 * From now on somebody else brokers this challenge. It stands, and the note is for the broker alone.
 *
 * @throws challenges.not_found
 */
export async function declareConflict(
  deps: Deps,
  given: { actor: Actor; challengeId: string; note: string },
): Promise<undefined> {
  const { actor, challengeId, note } = given
  return inTransaction(deps.db, async (tx) => {
    const challenge = await publishedChallenge(tx, challengeId)
    if (!challenge || !brokersChallenge(actor, challenge))
      throw refuseChallenge('challenges.not_found')
    const { placeId } = challenge
    const id = await q.putConflict(tx, { placeId, challengeId, brokerId: actor.personId, note })
    if (!id) return undefined
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'cases.conflict-declared',
      subject: { kind: 'challenge', id: challengeId },
    })
    return undefined
  })
}

/** A broker's own work, month by month; nobody else's. */
export async function figures(
  db: Database,
  ask: { actor: Actor; placeId: string },
): Promise<Result<typeof casesContract.figures>> {
  requireDesk(ask.actor, ask.placeId)
  const { timeZone } = await requirePlace(db, ask.placeId)
  const of = { placeId: ask.placeId, personId: ask.actor.personId, timeZone }
  return { items: await q.monthsOf(db, of) }
}
