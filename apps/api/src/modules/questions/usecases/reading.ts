import type { Result } from '@howcanwe/shared/http'
import type { QuestionBoard, questionsContract } from '@howcanwe/shared/questions'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { publishedChallenge, refuseChallenge } from '../../challenges/index.ts'
import { calendarOf } from '../../places/index.ts'
import * as followers from '../queries/followers.queries.ts'
import * as q from '../queries/questions.queries.ts'
import { answersAs, mayClose, mayHideWords } from '../questions.policy.ts'
import { medianWorkingDays } from '../questions.rules.ts'

/**
 * Questions and answers of a challenge, the same for everybody; of those that wait, only how many and until when.
 *
 * @throws challenges.not_found
 */
export async function board(db: Database, challengeId: string): Promise<QuestionBoard> {
  const challenge = await publishedChallenge(db, challengeId)
  const window = challenge && (await q.windowOf(db, challengeId))
  if (!window) throw refuseChallenge('challenges.not_found')
  const [waiting, items, calendar] = await Promise.all([
    q.waitingOf(db, challengeId),
    q.closedOf(db, challengeId),
    calendarOf(db, challenge.placeId),
  ])
  return {
    questionsUntil: window.until,
    open: window.open,
    waiting: {
      count: waiting.length,
      answerBy: waiting[0]?.answerBy ?? null,
      late: waiting.some((one) => one.late),
    },
    items,
    medianWorkingDays: medianWorkingDays(items, calendar),
  }
}

/**
 * What waits for an answer, for whoever may give it.
 *
 * @throws challenges.not_found also when it is somebody else's
 */
export async function desk(
  db: Database,
  actor: Actor,
  challengeId: string,
): Promise<Result<typeof questionsContract.desk>> {
  const challenge = await publishedChallenge(db, challengeId)
  const as = challenge && answersAs(actor, challenge)
  if (!as) throw refuseChallenge('challenges.not_found')
  const { id, slug, question, state } = challenge
  const close = mayClose(state)
  return {
    challenge: { id, slug, question },
    waiting: await q.waitingOf(db, id),
    closed: await q.closedOf(db, id),
    can: { close, hideWords: close && mayHideWords(as) },
  }
}

/** Whether the caller follows a challenge. @throws challenges.not_found */
export async function isFollowing(db: Database, actor: Actor, challengeId: string) {
  if (!(await publishedChallenge(db, challengeId))) throw refuseChallenge('challenges.not_found')
  return { following: await followers.follows(db, challengeId, actor.personId) }
}

/**
 * Follows a challenge, or no longer. Leaves no trail and no time: somebody may press it a moment after asking.
 *
 * @throws challenges.not_found
 */
export async function follow(
  db: Database,
  actor: Actor,
  input: { challengeId: string; following: boolean },
) {
  const { challengeId, following } = input
  const challenge = await publishedChallenge(db, challengeId)
  if (!challenge) throw refuseChallenge('challenges.not_found')
  const { personId } = actor
  if (following)
    await followers.putFollower(db, { placeId: challenge.placeId, challengeId, personId })
  else await followers.dropFollower(db, challengeId, personId)
  return { following }
}
