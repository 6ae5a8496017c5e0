import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { answers, expressInterest, interest } from './interests.schemas.ts'

const challengeId = z.object({ challengeId: id })
const interestId = z.object({ interestId: id })

export const interestsContract = {
  express: endpoint({
    method: 'POST',
    path: '/challenges/:challengeId/interests',
    summary: 'Say that our organisation is interested: five questions, ten minutes',
    access: ['member'],
    params: challengeId,
    body: expressInterest,
    status: 201,
    response: interest,
    errors: [
      'challenges.not_found',
      'challenges.closed',
      'challenges.wrong_state',
      'interests.not_your_organisation',
      'interests.already_expressed',
      'interests.too_many_words',
      'interests.asks_itself',
    ],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/interests/:interestId',
    summary: 'Send our answers again; the last complete ones before the deadline count',
    access: ['member'],
    params: interestId,
    ifMatch: true,
    body: z.strictObject(answers),
    response: interest,
    errors: [
      'interests.not_found',
      'challenges.closed',
      'interests.too_many_words',
      'interests.wrong_state',
    ],
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/interests/:interestId/withdraw',
    summary: 'Take our interest back; no reason asked, no standing lost',
    access: ['member'],
    params: interestId,
    body: z.strictObject({}),
    response: interest,
    errors: ['interests.not_found', 'challenges.closed', 'interests.wrong_state'],
  }),
  mine: endpoint({
    method: 'GET',
    path: '/interests',
    summary: 'What my organisations have answered, with what became of it',
    access: ['member'],
    response: z.object({ items: z.array(interest) }),
  }),
  forChallenge: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/interests',
    summary: 'The interests, for the commissioner who asked, after the deadline and not before',
    access: ['commissioner'],
    params: challengeId,
    response: z.object({ items: z.array(interest) }),
    errors: ['challenges.not_found', 'interests.sealed', 'interests.conflict'],
  }),
} as const
