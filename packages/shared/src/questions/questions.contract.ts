import * as z from 'zod/mini'
import { endpoint, id, text } from '../http/index.ts'
import { askQuestion, question, questionBoard, waitingQuestion } from './questions.schemas.ts'

const challengeId = z.object({ challengeId: id })
const questionId = z.object({ questionId: id })
const following = z.object({ following: z.boolean() })

/** What can go wrong with closing a question, whichever way. */
const closing = ['questions.not_found', 'questions.already_closed', 'challenges.wrong_state']

export const questionsContract = {
  board: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/questions',
    summary: 'Questions and answers of a challenge, the same for everybody',
    access: 'anyone',
    params: challengeId,
    response: questionBoard,
    errors: ['challenges.not_found'],
    cache: 'public',
  }),
  ask: endpoint({
    method: 'POST',
    path: '/challenges/:challengeId/questions',
    summary:
      'Ask without a name: nothing that says who asks is sent or stored; five a day from one network',
    access: 'anyone',
    anonymous: true,
    params: challengeId,
    body: askQuestion,
    status: 201,
    response: z.object({
      askedOn: z.string(),
      /** The day by which everybody can read the answer. */
      answerBy: z.string(),
    }),
    errors: [
      'challenges.not_found',
      'challenges.closed',
      'challenges.paused',
      'challenges.wrong_state',
      'questions.over',
      'questions.holds_contact',
      'questions.too_many_waiting',
      'questions.asked_enough',
    ],
    limit: { perMinute: 5 },
  }),
  desk: endpoint({
    method: 'GET',
    path: '/desk/challenges/:challengeId/questions',
    summary: 'Questions that wait for an answer, for the commissioner who asks and the broker',
    access: ['commissioner', 'broker'],
    params: challengeId,
    response: z.object({
      challenge: z.object({ id, slug: z.string(), question: z.string() }),
      waiting: z.array(waitingQuestion),
      closed: z.array(question),
      can: z.object({ close: z.boolean(), hideWords: z.boolean() }),
    }),
    errors: ['challenges.not_found'],
  }),
  answer: endpoint({
    method: 'POST',
    path: '/questions/:questionId/answer',
    summary: 'Answer a question, to everybody at once',
    access: ['commissioner', 'broker'],
    params: questionId,
    body: z.strictObject({ answer: text({ min: 2, max: 3000 }) }),
    response: question,
    errors: closing,
  }),
  merge: endpoint({
    method: 'POST',
    path: '/questions/:questionId/merge',
    summary: 'Say that another question asks the same, so that one answer serves both',
    access: ['commissioner', 'broker'],
    params: questionId,
    body: z.strictObject({ into: id }),
    response: question,
    errors: [...closing, 'questions.cannot_merge'],
  }),
  decline: endpoint({
    method: 'POST',
    path: '/questions/:questionId/decline',
    summary: 'Say in public why a question is not answered',
    access: ['commissioner', 'broker'],
    params: questionId,
    body: z.strictObject({
      reason: text({ min: 20, max: 1000 }),
      /** Takes the words out of sight because they name somebody; only a broker can. */
      hideWords: z.optional(z.boolean()),
    }),
    response: question,
    errors: [...closing, 'questions.broker_only'],
  }),
  following: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/following',
    summary: 'Whether I get an email about every answer',
    access: 'signed-in',
    params: challengeId,
    response: following,
    errors: ['challenges.not_found'],
  }),
  follow: endpoint({
    method: 'PUT',
    path: '/challenges/:challengeId/following',
    summary: 'Get an email about every answer, or no more; nobody else can see it',
    access: 'signed-in',
    params: challengeId,
    body: z.strictObject({ following: z.boolean() }),
    response: following,
    errors: ['challenges.not_found'],
  }),
} as const
