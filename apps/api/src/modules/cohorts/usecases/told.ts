import type { AnswerGiven, MyAnswer, QuestionBack } from '@howcanwe/shared/cohorts'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { publishedChallenge, requireCommissionerOf } from '../../challenges/index.ts'
import {
  feedbackOf,
  refuseInterest,
  requireNoConflict,
  requireUnsealed,
  type Told,
} from '../../interests/index.ts'
import { requirePlace } from '../../places/index.ts'
import * as q from '../answers.queries.ts'
import { refuse } from '../cohorts.errors.ts'
import { askerIn } from '../cohorts.letters.ts'
import { mayReadAnswer } from '../cohorts.policy.ts'

const shownQuestion = (row: q.QuestionRow | undefined): QuestionBack | null => row ?? null

/** An answer that was given: a decision has its reason and its moment. */
type Given = { id: string; outcome: 'chosen' | 'not-this-time'; reason: string; decidedAt: Date }

function given(row: {
  id: string
  state: string
  reason: string | null
  decidedAt: Date | null
}): Given | undefined {
  const { id, state, reason, decidedAt } = row
  if ((state !== 'chosen' && state !== 'not-this-time') || !reason || !decidedAt) return undefined
  return { id, outcome: state, reason, decidedAt }
}

const shown = (
  { id, outcome, reason, decidedAt }: Given,
  told: Told | undefined,
  question: q.QuestionRow | undefined,
): AnswerGiven => ({
  interestId: id,
  outcome,
  reason,
  decidedAt,
  criteria: told?.criteria ?? [],
  nextStep: told?.nextStep ?? null,
  questionBack: shownQuestion(question),
})

/**
 * What the one who asked told each organisation, and what they asked back; never how useful they found it (M8).
 *
 * @throws challenges.not_found · interests.sealed · interests.conflict
 */
export async function answersGiven(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  challengeId: string,
): Promise<AnswerGiven[]> {
  const challenge = await requireCommissionerOf(db, actor, challengeId)
  await requireUnsealed(db, challenge)
  const rows = await q.givenAnswers(db, challengeId)
  await requireNoConflict(db, actor, {
    challengeId,
    answered: rows.flatMap((row) => [row.organisationId, ...row.parties]),
  })
  const ids = rows.map((row) => row.id)
  const told = await feedbackOf(db, ids)
  const questions = new Map((await q.questionsBackOf(db, ids)).map((r) => [r.interestId, r]))
  return rows.flatMap((row) => {
    const one = given(row)
    return one ? shown(one, told.get(row.id), questions.get(row.id)) : []
  })
}

/**
 * An answer that the caller's own organisation was given. Others' are not there.
 *
 * @throws interests.not_found · cohorts.not_decided
 */
export async function requireOwnAnswer(
  db: Database,
  actor: Actor,
  interestId: string,
): Promise<q.AnsweredInterest> {
  const row = await q.answeredInterest(db, interestId)
  if (!row || ![row.organisationId, ...row.parties].some((id) => mayReadAnswer(actor, id)))
    throw refuseInterest('interests.not_found')
  if (!given(row)) throw refuse('cohorts.not_decided')
  return row
}

/**
 * What my organisation was told: reason, criteria, next step, whom to ring.
 *
 * @throws interests.not_found · cohorts.not_decided
 */
export async function myAnswer(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  interestId: string,
): Promise<MyAnswer> {
  const row = await requireOwnAnswer(db, actor, interestId)
  const one = given(row)
  const challenge = await publishedChallenge(db, row.challengeId)
  if (!one || !challenge) throw refuse('cohorts.not_decided')
  const told = (await feedbackOf(db, [interestId])).get(interestId)
  const [question] = await q.questionsBackOf(db, [interestId])
  const rating = await q.ratingOf(db, interestId)
  const place = await requirePlace(db, row.placeId)
  return {
    ...shown(one, told, question),
    from: await askerIn(db, challenge),
    contact: { name: place.contactName, phone: place.contactPhone, email: place.contactEmail },
    usefulness: {
      rating: rating?.rating ?? null,
      changeableUntil: rating?.changeableUntil ?? null,
      mayRate: rating?.mayChange ?? true,
    },
  }
}

/**
 * How useful the answer was, 1 to 5. Said once; another number may take its place for thirty days.
 *
 * @throws interests.not_found · cohorts.not_decided · cohorts.rating_closed
 */
export async function rate(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  interestId: string,
  rating: number,
): Promise<MyAnswer> {
  return inTransaction(db, async (tx) => {
    const { placeId } = await requireOwnAnswer(tx, actor, interestId)
    const row = { interestId, placeId, rating, ratedBy: actor.personId }
    if (!(await q.putRating(tx, row))) throw refuse('cohorts.rating_closed')
    // The trail holds that it was rated, not how: the number is read in medians only.
    const subject = { kind: 'interest', id: interestId }
    await record(tx, { placeId, actorId: actor.personId, action: 'cohorts.rated', subject })
    return myAnswer({ db: tx }, actor, interestId)
  })
}
