import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { askGroups, readingAsks } from './readings.asks.schemas.ts'

const params = z.object({ challengeId: id })

/** Asking small groups and residents to read a challenge before it opens. */
export const readingAsksContract = {
  asks: endpoint({
    method: 'GET',
    path: '/desk/challenges/:challengeId/reading-asks',
    summary:
      'Small groups that could be asked to read it, fewest asks first, and who has been asked',
    access: ['commissioner', 'broker'],
    params,
    response: readingAsks,
    errors: ['challenges.not_found'],
  }),
  ask: endpoint({
    method: 'POST',
    path: '/desk/challenges/:challengeId/reading-asks',
    summary: 'Ask small groups by email to read it; each once, twelve at most',
    access: ['commissioner', 'broker'],
    params,
    body: askGroups,
    status: 201,
    response: readingAsks,
    errors: [
      'challenges.not_found',
      'readings.over',
      'readings.group_unknown',
      'readings.group_paused',
      'readings.already_asked',
      'readings.asked_enough',
    ],
    limit: { perMinute: 20 },
  }),
  askBrokers: endpoint({
    method: 'POST',
    path: '/desk/challenges/:challengeId/reading-asks/brokers',
    summary: 'Ask the broker of the place to ask residents; once',
    access: ['commissioner'],
    params,
    body: z.strictObject({}),
    status: 201,
    response: readingAsks,
    errors: [
      'challenges.not_found',
      'readings.over',
      'readings.already_asked',
      'readings.no_broker',
    ],
    limit: { perMinute: 20 },
  }),
} as const
