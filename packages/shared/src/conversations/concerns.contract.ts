import * as z from 'zod/mini'
import { endpoint, id, instant, text } from '../http/index.ts'

/** Numbers to ring at once: shown before anything is asked. */
export const EMERGENCY_NUMBERS = ['999', '112'] as const

export const CONCERN_STATES = ['new', 'read', 'settled'] as const

export const raising = z.strictObject({
  /** What worries them; sealed as it arrives. */
  words: text({ min: 10, max: 4_000 }),
  /** Who may be at risk, as far as they want to say. */
  who: text({ min: 0, max: 200 }),
  /** How to reach whoever says it; empty: not at all. */
  contact: text({ min: 0, max: 200 }),
  /** Where it was seen; sealed with the rest. */
  groupId: z.optional(id),
  messageId: z.optional(id),
})

export const openedConcern = z.object({
  id,
  words: z.string(),
  who: z.string(),
  contact: z.string(),
  group: z.nullable(z.string()),
  message: z.nullable(z.string()),
  at: instant,
})

/** What is known of a concern without opening it. */
export const concernLine = z.object({ id, state: z.enum(CONCERN_STATES), at: instant })
export type ConcernLine = z.output<typeof concernLine>

const placeId = z.object({ placeId: id })
const concernId = z.object({ concernId: id })

/**
 * That somebody may be at risk: another table, other routes and another reader than a report of a text. Only the
 * safeguarding lead a place has named opens one.
 */
export const concernsContract = {
  help: endpoint({
    method: 'GET',
    path: '/places/:placeId/safeguarding',
    summary: 'Whom to ring when somebody may be at risk',
    access: 'anyone',
    params: placeId,
    response: z.object({
      lead: z.nullable(z.object({ name: z.string(), phone: z.string(), hours: z.string() })),
      place: z.object({ name: z.string(), phone: z.nullable(z.string()) }),
    }),
    errors: ['places.not_found'],
  }),
  raise: endpoint({
    method: 'POST',
    path: '/places/:placeId/concerns',
    summary:
      'Say that somebody may be at risk: only the place’s safeguarding lead reads it; no account, no name needed',
    access: 'anyone',
    anonymous: true,
    params: placeId,
    body: raising,
    status: 201,
    response: z.object({ reference: z.string(), hasLead: z.boolean() }),
    errors: ['places.not_found'],
    limit: { perMinute: 5 },
  }),
  concerns: endpoint({
    method: 'GET',
    path: '/places/:placeId/concerns',
    summary:
      'Concerns that wait, for the place’s safeguarding lead alone; what they say is opened one by one',
    access: 'signed-in',
    params: placeId,
    response: z.object({ items: z.array(concernLine) }),
    errors: ['conversations.not_lead'],
  }),
  openConcern: endpoint({
    method: 'POST',
    path: '/concerns/:concernId/read',
    summary: 'Open one concern; the opening is recorded',
    access: 'signed-in',
    params: concernId,
    body: z.strictObject({}),
    response: openedConcern,
    errors: ['conversations.concern_not_found'],
  }),
  settle: endpoint({
    method: 'POST',
    path: '/concerns/:concernId/settle',
    summary: 'A concern has been dealt with',
    access: 'signed-in',
    params: concernId,
    body: z.strictObject({}),
    response: concernLine,
    errors: ['conversations.concern_not_found'],
  }),
  leadChoices: endpoint({
    method: 'GET',
    path: '/places/:placeId/safeguarding-lead',
    summary:
      'Who is the safeguarding lead, and who could be: nobody who runs groups or asks questions for a council',
    access: ['steward'],
    params: placeId,
    response: z.object({
      lead: z.nullable(
        z.object({ personId: id, name: z.string(), phone: z.string(), hours: z.string() }),
      ),
      choices: z.array(z.object({ id, name: z.string() })),
    }),
    errors: ['places.not_found'],
  }),
  nameLead: endpoint({
    method: 'PUT',
    path: '/places/:placeId/safeguarding-lead',
    summary: 'Name the place’s safeguarding lead, with a number to ring',
    access: ['steward'],
    params: placeId,
    body: z.strictObject({
      personId: id,
      phone: text({ min: 3, max: 40 }),
      hours: text({ min: 0, max: 120 }),
    }),
    response: z.object({ named: z.literal(true) }),
    errors: ['places.not_found', 'conversations.lead_unfit'],
  }),
} as const
