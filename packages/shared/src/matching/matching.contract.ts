import * as z from 'zod/mini'
import { endpoint, id, instant, text } from '../http/index.ts'
import {
  DECISIONS,
  fittingChallenge,
  gaps,
  match,
  standing,
  suggestions,
  weights,
} from './matching.schemas.ts'
import { weightsContract } from './weights.contract.ts'

const challengeId = z.object({ challengeId: id })

export const matchingContract = {
  forChallenge: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/matches',
    summary: 'The twenty best-fitting organisations of the place and its register, with reasons',
    access: ['broker'],
    params: challengeId,
    response: z.object({
      ...suggestions.shape,
      items: z.array(z.object({ ...match.shape, standing })),
    }),
    errors: ['challenges.not_found', 'challenges.wrong_state', 'matching.not_neutral'],
  }),
  decide: endpoint({
    method: 'POST',
    path: '/challenges/:challengeId/matches/decisions',
    summary:
      'Keep a suggestion, fold it away with a reason, or take either back; nobody else is told',
    access: ['broker'],
    params: challengeId,
    body: z.strictObject({
      kind: z.enum(['organisation', 'register']),
      id,
      decision: z.enum(DECISIONS),
      /** Why it is folded away; empty otherwise. */
      reason: text({ min: 0, max: 300 }),
    }),
    status: 201,
    response: z.object({ standing }),
    errors: [
      'challenges.not_found',
      'challenges.wrong_state',
      'matching.not_neutral',
      'matching.candidate_unknown',
      'matching.already_in',
      'matching.reason_missing',
      'matching.nothing_to_take_back',
    ],
  }),
  gaps: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/gaps',
    summary: 'What those invited or kept do not bring yet: areas, people, skills, rooms, hours',
    access: ['broker'],
    params: challengeId,
    response: gaps,
    errors: ['challenges.not_found', 'challenges.wrong_state', 'matching.not_neutral'],
  }),
  forOrganisation: endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/matches',
    summary: 'Open questions of the place that may fit an organisation, with the same arithmetic',
    access: ['member', 'broker'],
    supporter: 'answers',
    params: z.object({ organisationId: id }),
    response: z.object({
      items: z.array(fittingChallenge),
      /** Open questions looked at. */
      considered: z.number(),
      computedAt: instant,
    }),
    errors: ['organisations.not_found'],
  }),
  weightsOf: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/match-weights',
    summary: 'How organisations are found for a challenge: the weights, locked when it opened',
    access: 'anyone',
    params: challengeId,
    response: z.object({ weights, seed: z.string(), lockedAt: instant }),
    errors: ['challenges.not_found'],
  }),
  ...weightsContract,
} as const
