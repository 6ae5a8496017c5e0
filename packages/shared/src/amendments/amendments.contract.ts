import * as z from 'zod/mini'
import { endpoint, id, instant, text, wholeDay } from '../http/index.ts'
import { AMENDMENT_KINDS, amendInput, amendment } from './amendments.schemas.ts'

const params = z.object({ challengeId: id })
const reason = text({ min: 20, max: 1000 })

/** How a challenge stands after a change. */
const standing = z.object({
  state: z.enum(['open', 'paused']),
  closesAt: instant,
  questionsUntil: z.nullable(instant),
  version: z.number(),
})

export const amendmentsContract = {
  log: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/amendments',
    summary: 'Everything that changed since a challenge opened, newest first (CH7)',
    access: 'anyone',
    params,
    response: z.object({ items: z.array(amendment) }),
    errors: ['challenges.not_found'],
    cache: 'public',
  }),
  amend: endpoint({
    method: 'POST',
    path: '/desk/challenges/:challengeId/amendments',
    summary:
      'Change an open challenge in public; substance gives everybody five working days more (J-07)',
    access: ['commissioner'],
    params,
    ifMatch: true,
    body: z.strictObject({ kind: z.enum(AMENDMENT_KINDS), changes: amendInput, reason }),
    status: 201,
    response: z.object({ amendment, ...standing.shape }),
    errors: [
      'challenges.not_found',
      'challenges.wrong_state',
      'challenges.closed',
      'challenges.squeezes_out',
      'amendments.nothing_changes',
      'amendments.more_than_a_typo',
      'amendments.is_substance',
      'amendments.taken_back',
      'amendments.left_empty',
      'amendments.open_too_long',
    ],
    limit: { perMinute: 10 },
  }),
  pause: endpoint({
    method: 'POST',
    path: '/desk/challenges/:challengeId/pause',
    summary: 'Stop the clock of an open challenge until a day, with a public reason (§2.4)',
    access: ['commissioner'],
    params,
    body: z.strictObject({ reason, until: wholeDay }),
    response: standing,
    errors: [
      'challenges.not_found',
      'challenges.wrong_state',
      'challenges.closed',
      'amendments.pause_too_long',
      'amendments.paused_enough',
    ],
    limit: { perMinute: 10 },
  }),
  resume: endpoint({
    method: 'POST',
    path: '/desk/challenges/:challengeId/resume',
    summary: 'Let the clock run again; everybody keeps the time they had',
    access: ['commissioner'],
    params,
    body: z.strictObject({}),
    response: standing,
    errors: ['challenges.not_found', 'challenges.wrong_state'],
    limit: { perMinute: 10 },
  }),
} as const
