import * as z from 'zod/mini'
import { endpoint, id, instant, text } from '../http/index.ts'
import { expressInterest } from '../interests/index.ts'
import { capacity, changeCapacity, registerOrganisation } from '../organisations/index.ts'
import { minutes } from './cases.schemas.ts'
import { typingContract } from './typing.contract.ts'

/** What is said whenever somebody types for somebody else (PE3, `trust.md` row 8). */
export const typedFor = z.strictObject({
  /** "I read it back, and they said yes." */
  readBack: z.literal(true),
  /** The person on the telephone or at the table. */
  whoAsked: text({ min: 2, max: 160 }),
  consentReference: text({ min: 0, max: 300 }),
  minutes,
})

/** Whether the organisation could be told at once, or takes a slip along instead. */
export const TOLD = ['sent', 'slip'] as const

/** A slip to print. Its code is shown this once and kept nowhere. */
export const slip = z.object({
  organisation: z.string(),
  code: z.string(),
  expiresAt: instant,
  /** Where it is typed in. */
  address: z.string(),
})
export type Slip = z.output<typeof slip>

const { secondsTaken: _seconds, ...interestAnswers } = expressInterest.shape
const organisationId = z.object({ organisationId: id })
const broker = ['broker'] as const

export const typedContract = {
  ...typingContract,
  organisation: endpoint({
    method: 'POST',
    path: '/typed/organisations',
    summary:
      'Register an organisation for somebody on the telephone; it belongs to nobody until they take it over',
    access: broker,
    body: z.strictObject({ organisation: registerOrganisation, typed: typedFor }),
    status: 201,
    response: z.object({ organisationId: id, told: z.enum(TOLD), slip }),
    errors: [
      'places.not_found',
      'cases.not_found',
      'organisations.area_unknown',
      'organisations.no_contact',
      'organisations.entry_claimed',
      'organisations.entry_unknown',
      'organisations.name_taken',
    ],
  }),
  capacity: endpoint({
    method: 'PUT',
    path: '/typed/organisations/:organisationId/capacity',
    summary: 'Type what an organisation says it has and can spare',
    access: broker,
    params: organisationId,
    ifMatch: true,
    body: z.strictObject({ capacity: changeCapacity, typed: typedFor }),
    response: z.object({ told: z.enum(TOLD), capacity }),
    errors: ['organisations.not_found', 'cases.own_organisation', 'cases.stands_beside'],
  }),
  interest: endpoint({
    method: 'POST',
    path: '/typed/challenges/:challengeId/interests',
    summary:
      'Type an organisation’s answers, read back and agreed to; it counts, and they are told at once',
    access: broker,
    params: z.object({ challengeId: id }),
    body: z.strictObject({ interest: z.strictObject(interestAnswers), typed: typedFor }),
    status: 201,
    response: z.object({ interestId: id, told: z.enum(TOLD) }),
    errors: [
      'challenges.not_found',
      'challenges.closed',
      'challenges.paused',
      'challenges.wrong_state',
      'matching.not_neutral',
      'organisations.not_found',
      'cases.own_organisation',
      'interests.not_your_organisation',
      'cases.ring_them',
      'cases.one_a_challenge',
      'interests.too_many_words',
      'interests.asks_itself',
    ],
  }),
  list: endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/typed',
    summary:
      'What was typed for an organisation, by whom and when; for its own people and its brokers',
    access: ['member', 'broker'],
    params: organisationId,
    response: z.object({
      items: z.array(
        z.object({
          id,
          what: z.enum(['organisation', 'capacity', 'interest', 'introduction']),
          by: z.string(),
          challenge: z.nullable(z.string()),
          readBackAt: instant,
        }),
      ),
    }),
    errors: ['organisations.not_found'],
  }),
  slip: endpoint({
    method: 'POST',
    path: '/organisations/:organisationId/slip',
    summary:
      'Print a slip with which somebody takes their organisation over; an earlier slip stops working',
    access: broker,
    params: organisationId,
    body: z.strictObject({}),
    status: 201,
    response: slip,
    errors: [
      'organisations.not_found',
      'cases.own_organisation',
      'cases.has_people',
      'cases.no_slip',
    ],
  }),
  claim: endpoint({
    method: 'POST',
    path: '/slips/claim',
    summary: 'Take over an organisation with the code on a slip: once, within 90 days',
    access: 'signed-in',
    body: z.strictObject({ code: z.string().check(z.minLength(4), z.maxLength(60)) }),
    response: z.object({ organisationId: id, name: z.string() }),
    errors: ['cases.slip_unknown', 'cases.too_many_tries', 'cases.has_people'],
    limit: { perMinute: 10 },
  }),
} as const
