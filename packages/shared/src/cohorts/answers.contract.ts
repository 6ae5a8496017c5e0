import * as z from 'zod/mini'
import { endpoint, id, instant, text } from '../http/index.ts'
import {
  answerGiven,
  answersClock,
  answersCount,
  decisionDraft,
  myAnswer,
  questionBack,
  saveDecisionDraft,
} from './answers.schemas.ts'

const challengeId = z.object({ challengeId: id })
const interestId = z.object({ interestId: id })
const mayRead = ['challenges.not_found', 'interests.sealed', 'interests.conflict']

/** Answers to everyone: writing them, reading one's own, asking back once, and how well it went (EI5, FR-10). */
export const answersContract = {
  draft: endpoint({
    method: 'GET',
    path: '/desk/challenges/:challengeId/decision-draft',
    summary: 'What I have written so far to those who answered; nobody else reads it',
    access: ['commissioner'],
    params: challengeId,
    response: decisionDraft,
    errors: mayRead,
  }),
  saveDraft: endpoint({
    method: 'PATCH',
    path: '/desk/challenges/:challengeId/decision-draft',
    summary: 'Autosave some of these answers; nobody is told anything',
    access: ['commissioner'],
    params: challengeId,
    body: saveDecisionDraft,
    response: z.object({ savedAt: instant }),
    errors: [...mayRead, 'challenges.wrong_state', 'cohorts.interest_unknown'],
  }),
  given: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/answers',
    summary: 'What I told each organisation, and what they asked back',
    access: ['commissioner'],
    params: challengeId,
    response: z.object({ items: z.array(answerGiven) }),
    errors: mayRead,
  }),
  mine: endpoint({
    method: 'GET',
    path: '/interests/:interestId/answer',
    summary: 'What my organisation was told: reason, criteria, next step, whom to ring',
    access: ['member'],
    supporter: 'answers',
    params: interestId,
    response: myAnswer,
    errors: ['interests.not_found', 'cohorts.not_decided'],
  }),
  rate: endpoint({
    method: 'PUT',
    path: '/interests/:interestId/usefulness',
    summary: 'Say how useful the answer was, 1 to 5; the one who asked never sees whose it is',
    access: ['member'],
    supporter: 'answers',
    params: interestId,
    body: z.strictObject({ rating: z.int().check(z.gte(1), z.lte(5)) }),
    response: myAnswer,
    errors: ['interests.not_found', 'cohorts.not_decided', 'cohorts.rating_closed'],
  }),
  askBack: endpoint({
    method: 'POST',
    path: '/interests/:interestId/question-back',
    summary: 'Ask one question back about our answer',
    access: ['member'],
    params: interestId,
    body: z.strictObject({ question: text({ min: 10, max: 1000 }) }),
    status: 201,
    response: myAnswer,
    errors: ['interests.not_found', 'cohorts.not_decided', 'cohorts.asked_already'],
  }),
  answerBack: endpoint({
    method: 'POST',
    path: '/interests/:interestId/question-back/answer',
    summary: 'Answer what an organisation asked back, once',
    access: ['commissioner'],
    params: interestId,
    body: z.strictObject({ answer: text({ min: 20, max: 2000 }) }),
    response: questionBack,
    errors: [
      'challenges.not_found',
      'interests.not_found',
      'interests.conflict',
      'cohorts.nothing_asked',
      'cohorts.answered_already',
    ],
  }),
  clocks: endpoint({
    method: 'GET',
    path: '/desk/answer-clocks',
    summary: 'For the broker: which promised answers are late, without a word of what they say',
    access: ['broker'],
    query: z.strictObject({ placeId: id }),
    response: z.object({
      items: z.array(
        z.object({
          kind: z.enum(['answers', 'question-back']),
          challenge: z.object({ id, slug: z.string(), question: z.string() }),
          dueAt: instant,
          /** Null while it is not answered. */
          answeredAt: z.nullable(instant),
          late: z.boolean(),
        }),
      ),
    }),
  }),
  clock: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/answers-clock',
    summary: 'By when everybody who answered hears, and since when that is late',
    access: 'anyone',
    params: challengeId,
    response: answersClock,
    errors: ['challenges.not_found'],
    cache: 'public',
  }),
  ofPlace: endpoint({
    method: 'GET',
    path: '/places/:placeId/answers',
    summary: 'Answers given in a place in the last twelve months: how many in time, how useful',
    access: 'anyone',
    params: z.object({ placeId: id }),
    response: answersCount,
    errors: ['places.not_found'],
    cache: 'public',
  }),
} as const
