import type { Question } from '@howcanwe/shared/questions'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type PublishedRow, publishedChallenge, refuseChallenge } from '../../challenges/index.ts'
import * as q from '../queries/questions.queries.ts'
import { refuse } from '../questions.errors.ts'
import { tellEverybody } from '../questions.letters.ts'
import { answersAs, type ClosedAs, mayClose, mayHideWords } from '../questions.policy.ts'

interface Held {
  question: q.QuestionRow
  challenge: PublishedRow
  as: ClosedAs
}

/** A waiting question, locked, that the caller may answer. Others' are not there. */
async function hold(tx: Database, actor: Actor, questionId: string): Promise<Held> {
  const question = await q.lockQuestion(tx, questionId)
  const challenge = question && (await publishedChallenge(tx, question.challengeId))
  const as = challenge && answersAs(actor, challenge)
  if (!as) throw refuse('questions.not_found')
  if (question.state !== 'asked') throw refuse('questions.already_closed')
  if (!mayClose(challenge.state)) throw refuseChallenge('challenges.wrong_state')
  return { question, challenge, as }
}

/** State and trail, in the caller's transaction. */
async function settle(
  tx: Database,
  actor: Actor,
  { question, as }: Held,
  closing: q.Closing,
): Promise<Question> {
  const by = { closedBy: actor.personId, closedAs: as }
  const id = await q.close(tx, question.id, by, closing)
  const closed = id && (await q.closedById(tx, id))
  if (!closed) throw refuse('questions.already_closed')
  await record(tx, {
    placeId: question.placeId,
    actorId: actor.personId,
    action: `questions.${closing.state}`,
    subject: { kind: 'question', id: question.id },
    before: { state: 'asked' },
    after: { challengeId: question.challengeId, state: closing.state, as },
  })
  return closed
}

/**
 * Answers a question: on the page for everybody, and at once by email to all who follow and all who are interested,
 * so that nobody's email says who asked (FR-11).
 *
 * @throws questions.not_found · questions.already_closed · challenges.wrong_state
 */
export async function answer(
  deps: Deps,
  actor: Actor,
  input: { questionId: string; answer: string },
): Promise<Question> {
  return inTransaction(deps.db, async (tx) => {
    const held = await hold(tx, actor, input.questionId)
    const closed = await settle(tx, actor, held, { state: 'answered', reply: input.answer })
    await tellEverybody(tx, deps, held.challenge, closed)
    return closed
  })
}

/**
 * Says in public why there is no answer. A broker may take the words out of sight with it, for good.
 *
 * @throws questions.not_found · questions.already_closed · questions.broker_only · challenges.wrong_state
 */
export async function decline(
  deps: Deps,
  actor: Actor,
  input: { questionId: string; reason: string; hideWords: boolean },
): Promise<Question> {
  return inTransaction(deps.db, async (tx) => {
    const held = await hold(tx, actor, input.questionId)
    if (input.hideWords && !mayHideWords(held.as)) throw refuse('questions.broker_only')
    const closed = await settle(tx, actor, held, {
      state: 'declined',
      reply: input.reason,
      ...(input.hideWords ? { words: '' } : {}),
    })
    await tellEverybody(tx, deps, held.challenge, closed)
    return closed
  })
}

/**
 * Points a question at another one of its challenge that asks the same. Where that has its answer, everybody hears
 * it now; where it waits, they hear when it is answered.
 *
 * @throws questions.not_found · questions.already_closed · questions.cannot_merge · challenges.wrong_state
 */
export async function merge(
  deps: Deps,
  actor: Actor,
  input: { questionId: string; into: string },
): Promise<Question> {
  const { questionId, into } = input
  return mergeable(() =>
    inTransaction(deps.db, async (tx) => {
      const held = await hold(tx, actor, questionId)
      const closed = await settle(tx, actor, held, { state: 'merged', mergedInto: into })
      const target = await q.closedById(tx, into)
      if (target) await tellEverybody(tx, deps, held.challenge, { ...target, words: closed.words })
      return closed
    }),
  )
}

/** Into itself, another challenge's, one that was merged or declined: the database refuses all of them. */
async function mergeable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const state = sqlState(error)
    throw state === 'HW062' || state === '23503'
      ? refuse('questions.cannot_merge', {
          fields: [{ pointer: '#/body/into', code: 'not_allowed' }],
        })
      : error
  }
}
