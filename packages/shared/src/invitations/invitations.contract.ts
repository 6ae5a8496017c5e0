import * as z from 'zod/mini'
import { endpoint, id, instant, text } from '../http/index.ts'
import { INCOME_BANDS } from '../organisations/index.ts'
import { BATCH } from './invitations.balance.ts'

export const invitation = z.object({
  id,
  kind: z.enum(['organisation', 'register']),
  candidateId: id,
  name: z.string(),
  /** Shown so that the balance of invitations can be checked (FR-05). */
  incomeBand: z.enum(INCOME_BANDS),
  /** What the invited are told about why they, of all. */
  why: z.string(),
  /** `mailed`: on its way by mail. `by-hand`: we hold no address; the broker passes it on. */
  channel: z.enum(['mailed', 'by-hand']),
  invitedAt: instant,
})

export const invitationsContract = {
  invite: endpoint({
    method: 'POST',
    path: '/challenges/:challengeId/invitations',
    summary: 'Invite organisations to an open challenge, each with its reason',
    access: ['broker'],
    params: z.object({ challengeId: id }),
    body: z.strictObject({
      candidates: z
        .array(
          z.strictObject({
            kind: z.enum(['organisation', 'register']),
            id,
            why: text({ min: 10, max: 500 }),
          }),
        )
        .check(z.minLength(1), z.maxLength(BATCH)),
    }),
    status: 201,
    response: z.object({ items: z.array(invitation) }),
    errors: [
      'challenges.not_found',
      'matching.not_neutral',
      'challenges.closed',
      'challenges.paused',
      'challenges.wrong_state',
      'invitations.candidate_unknown',
      'invitations.paused',
      'invitations.already_invited',
      'invitations.unbalanced',
    ],
  }),
  list: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/invitations',
    summary: 'Who has been invited, by whom not said',
    access: ['broker'],
    params: z.object({ challengeId: id }),
    response: z.object({ items: z.array(invitation) }),
    errors: ['challenges.not_found', 'matching.not_neutral'],
  }),
} as const
