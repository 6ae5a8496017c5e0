import * as z from 'zod/mini'
import { endpoint, id, instant } from '../http/index.ts'
import { match, PARTS } from './matching.schemas.ts'

export const matchingContract = {
  forChallenge: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/matches',
    summary: 'The twenty best-fitting organisations of the place and its register, with reasons',
    access: ['broker'],
    params: z.object({ challengeId: id }),
    response: z.object({
      items: z.array(match),
      weights: z.array(z.object({ part: z.enum(PARTS), weight: z.number() })),
      /** Breaks ties; published, so that anybody can repeat the order. */
      seed: z.string(),
      considered: z.number(),
      /** Those that fit at all, and how many of them have less than £100,000 a year (FR-04, FR-05). */
      eligible: z.object({ all: z.number(), small: z.number() }),
      computedAt: instant,
    }),
    errors: ['challenges.not_found', 'challenges.wrong_state', 'matching.not_neutral'],
  }),
} as const
