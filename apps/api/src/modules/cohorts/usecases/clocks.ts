import type { AnswersClock, cohortsContract } from '@howcanwe/shared/cohorts'
import type { Result } from '@howcanwe/shared/http'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { publishedChallenge, refuseChallenge } from '../../challenges/index.ts'
import { calendarOf } from '../../places/index.ts'
import * as q from '../clocks.queries.ts'
import { answerClock, clockState } from '../clocks.rules.ts'
import { mayWatchClocks } from '../cohorts.policy.ts'

/** Winds the clock of a challenge that has closed; one that runs already is left alone. */
export async function windFor(
  tx: Database,
  of: { id: string; placeId: string; closesAt: Date | null; resultsBy: string | null },
): Promise<void> {
  const { closesAt } = of
  if (!closesAt) return
  const clock = answerClock(await calendarOf(tx, of.placeId), closesAt, of.resultsBy)
  await q.putClock(tx, { ...of, closesAt }, clock)
}

/**
 * By when everybody hears, for everyone.
 *
 * @throws challenges.not_found
 */
export async function readClock(
  { db }: Pick<Deps, 'db'>,
  challengeId: string,
): Promise<AnswersClock> {
  const challenge = await publishedChallenge(db, challengeId)
  if (!challenge) throw refuseChallenge('challenges.not_found')
  // A challenge that was taken back owes nobody a decision; everybody was told so.
  const dueAt = challenge.state === 'withdrawn' ? null : await q.dueAtOf(db, challengeId)
  const at = await q.databaseNow(db)
  return { state: clockState({ dueAt, answeredAt: challenge.decidedAt }, at), dueAt }
}

type Watched = Result<typeof cohortsContract.clocks>

/**
 * Which promised answers are late in a place, for its broker: never who waits nor what was written.
 *
 * @throws auth.forbidden
 */
export async function watchClocks(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  placeId: string,
): Promise<Watched> {
  if (!mayWatchClocks(actor, placeId)) throw refuseRequest('auth.forbidden')
  const at = await q.databaseNow(db)
  const late = (one: { dueAt: Date; answeredAt: Date | null }) =>
    (one.answeredAt ?? at) >= one.dueAt
  const answers = await q.answerClocksIn(db, placeId)
  const questions = await q.questionClocksIn(db, placeId)
  return {
    items: [
      ...answers.map((one) => ({ kind: 'answers' as const, ...one, late: late(one) })),
      ...questions.map((one) => ({ kind: 'question-back' as const, ...one, late: late(one) })),
    ],
  }
}
