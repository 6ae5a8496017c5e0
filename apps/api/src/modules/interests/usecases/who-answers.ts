import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { type PublishedRow, publishedChallenge, refuseChallenge } from '../../challenges/index.ts'
import { organisationById } from '../../organisations/index.ts'
import type { DraftKey } from '../drafts.queries.ts'
import { refuse } from '../interests.errors.ts'
import { mayAnswerFor } from '../interests.policy.ts'

/**
 * The organisation is the actor's, is of the challenge's place, and is not the one that asks. Whose it is does not
 * matter to a broker who types what it said; whether they may was asked before.
 *
 * @throws interests.not_your_organisation · interests.asks_itself
 */
export async function requireAnswering(
  tx: Database,
  actor: Actor,
  organisationId: string,
  challenge: PublishedRow,
  as: 'member' | 'typing-for' = 'member',
): Promise<void> {
  if (as === 'member' && !mayAnswerFor(actor, organisationId, challenge.placeId))
    throw refuse('interests.not_your_organisation')
  const organisation = await organisationById(tx, organisationId)
  const isHere = organisation?.placeId === challenge.placeId
  if (!organisation || !isHere || organisation.state === 'left')
    throw refuse('interests.not_your_organisation')
  if (organisationId === challenge.organisationId) throw refuse('interests.asks_itself')
}

/**
 * An organisation of the caller's and a published challenge of its place, open or not: what is one's own can be read
 * and thrown away whenever.
 *
 * @throws challenges.not_found · interests.not_your_organisation
 */
export async function requireOwnAnswers(db: Database, actor: Actor, key: DraftKey) {
  const challenge = await publishedChallenge(db, key.challengeId)
  if (!challenge) throw refuseChallenge('challenges.not_found')
  if (!mayAnswerFor(actor, key.organisationId, challenge.placeId))
    throw refuse('interests.not_your_organisation')
  return challenge
}
