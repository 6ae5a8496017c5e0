import type { DecisionDraft, DraftDecision } from '@howcanwe/shared/cohorts'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import {
  type ChallengeRow,
  refuseChallenge,
  requireCommissionerOf,
} from '../../challenges/index.ts'
import { interestsFor, requireNoConflict, requireUnsealed } from '../../interests/index.ts'
import * as q from '../answers.queries.ts'
import { refuse } from '../cohorts.errors.ts'

/** Whoever may read what came in may write to those who sent it. */
async function requireReader(
  tx: Database,
  actor: Actor,
  challengeId: string,
): Promise<{ challenge: ChallengeRow; interestIds: string[] }> {
  const challenge = await requireCommissionerOf(tx, actor, challengeId)
  await requireUnsealed(tx, challenge)
  const standing = await interestsFor(tx, challengeId)
  await requireNoConflict(tx, actor, {
    challengeId,
    answered: standing.flatMap((one) => [one.organisationId, ...one.parties]),
  })
  return { challenge, interestIds: standing.map((one) => one.id) }
}

/**
 * What the one who asked has written so far. It goes with the challenge when that is handed over.
 *
 * @throws challenges.not_found · interests.sealed · interests.conflict
 */
export async function readDraft(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  challengeId: string,
): Promise<DecisionDraft> {
  await requireReader(db, actor, challengeId)
  return q.draftOf(db, challengeId)
}

/**
 * Saves some of these answers; the newest words win, answer by answer.
 *
 * @throws challenges.not_found · challenges.wrong_state once everybody was told · interests.sealed ·
 *   interests.conflict · cohorts.interest_unknown
 */
export async function saveDraft(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  challengeId: string,
  part: {
    decisions?: readonly DraftDecision[] | undefined
    statement?: string | undefined
    reservedPlacesReason?: string | undefined
  },
): Promise<{ savedAt: Date }> {
  return inTransaction(db, async (tx) => {
    const { challenge, interestIds } = await requireReader(tx, actor, challengeId)
    if (challenge.state !== 'choosing') throw refuseChallenge('challenges.wrong_state')
    const { decisions = [], ...words } = part
    if (decisions.some((d) => !interestIds.includes(d.interestId)))
      throw refuse('cohorts.interest_unknown')
    const { placeId } = challenge
    const of = { challengeId, placeId, savedBy: actor.personId }
    const byId = Object.fromEntries(decisions.map((d) => [d.interestId, d]))
    const { savedAt, first } = await q.saveDraft(tx, of, { ...words, decisions: byId })
    if (first) {
      const subject = { kind: 'challenge', id: challengeId }
      await record(tx, { placeId, actorId: actor.personId, action: 'cohorts.answering', subject })
    }
    return { savedAt }
  })
}
