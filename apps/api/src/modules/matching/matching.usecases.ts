import type { Suggestions } from '@howcanwe/shared/matching'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import {
  brokersChallenge,
  type PublishedRow,
  publishedChallenge,
  refuseChallenge,
} from '../challenges/index.ts'
import { placeById } from '../places/index.ts'
import { type InterestedOf, type Others, remake } from './matching.making.ts'
import { hasMatches, isParty, mayKnowWhoAnswered } from './matching.policy.ts'
import * as q from './matching.queries.ts'
import { notNeutral, requireNeutral } from './neutrality.ts'
import { holdNew, storedList } from './stored.queries.ts'

export type { InterestedOf, Others } from './matching.making.ts'

/**
 * The challenge, for a broker of its place or of it alone who is no party in it.
 *
 * @throws challenges.not_found also for a broker of another place · matching.not_neutral to whoever asks or
 *   has answered
 */
export async function requireBrokerOf(
  db: Database,
  actor: Actor,
  challengeId: string,
  interestedOf: InterestedOf,
): Promise<PublishedRow> {
  const challenge = await publishedChallenge(db, challengeId)
  if (!challenge || !brokersChallenge(actor, challenge))
    throw refuseChallenge('challenges.not_found')
  if (isParty(actor, challenge, await interestedOf(db, challengeId)))
    throw await notNeutral(db, challenge)
  await requireNeutral(db, actor, challenge)
  return challenge
}

/** Where a place looks for register entries. */
export async function aroundOf(db: Database, placeId: string): Promise<q.Around> {
  const ladCodes = (await placeById(db, placeId))?.ladCodes ?? []
  const wider = await q.widerThan(db, ladCodes)
  return { placeId, ladCodes, wider: wider.map((w) => w.code) }
}

/**
 * The twenty who fit best, each with its arithmetic. Suggests, never decides: nobody is refused by it, and whoever is
 * missing can still be invited or answer unasked. The kept list where nothing has changed since, else a new one.
 *
 * While the question is open, those already in are the invited: who has answered is sealed until the closing time.
 */
export async function matchesFor(
  { db, clock }: Pick<Deps, 'db' | 'clock'>,
  others: Others,
  ask: { actor: Actor; challengeId: string },
): Promise<Suggestions> {
  const challenge = await requireBrokerOf(db, ask.actor, ask.challengeId, others.interestedOf)
  if (!hasMatches(challenge)) throw refuseChallenge('challenges.wrong_state')
  const { id } = challenge
  const knowsAnswers = mayKnowWhoAnswered(challenge)
  const kept = await storedList(db, id)
  if (kept?.isFresh && kept.list && kept.madeAt && kept.knowsAnswers === knowsAnswers)
    return { ...kept.list, computedAt: kept.madeAt }
  const list = (await remake(db, others, [{ id, knowsAnswers }])).get(id)
  if (!list) throw refuseChallenge('challenges.not_found')
  return { ...list, computedAt: clock() }
}

const AT_ONCE = 25

/** Makes the first lists of some new challenges. True where there were any. */
export const matchNew = (db: Database, others: Others): Promise<boolean> =>
  inTransaction(db, async (tx) => {
    const fresh = await holdNew(tx, AT_ONCE)
    if (fresh.length > 0) await remake(tx, others, fresh)
    return fresh.length > 0
  })
