import * as z from 'zod/mini'
import { SAID_BY } from '../codesign/index.ts'
import { endpoint, id, instant, text } from '../http/index.ts'
import { HOURS_STATES, MOST_MINUTES } from './payments.kinds.ts'

/** What somebody says they really gave to a session, beside what was put down; and what became of it. */
export const hoursAsk = z.object({
  id,
  session: z.object({ id, startsAt: instant, venue: z.string() }),
  minutes: z.number(),
  preparationMinutes: z.number(),
  words: z.string(),
  state: z.enum(HOURS_STATES),
  askedAt: instant,
  dueAt: instant,
  /** Past its day, and nobody has answered. */
  late: z.boolean(),
  answeredBy: z.nullable(z.string()),
  answeredAt: z.nullable(instant),
  /** With `no`: why. */
  reason: z.string(),
  /** Somebody wrote it down for them. */
  saidBy: z.nullable(z.enum(SAID_BY)),
})
export type HoursAsk = z.output<typeof hoursAsk>

/** What one's hours are put down as, session by session; null: nobody has put anything down for them. */
export const ownHours = z.object({
  sessions: z.array(
    z.object({
      id,
      startsAt: instant,
      venue: z.string(),
      minutes: z.nullable(z.number()),
      preparationMinutes: z.nullable(z.number()),
      /** What the session promised: what the form begins with where nothing was put down. */
      promised: z.object({ minutes: z.number(), preparationMinutes: z.number() }),
    }),
  ),
  asks: z.array(hoursAsk),
})
export type OwnHours = z.output<typeof ownHours>

/** The same as whoever runs the group sees it. */
export const groupHours = z.object({
  ...hoursAsk.shape,
  member: z.object({ id, firstName: z.string(), reference: z.string(), left: z.boolean() }),
  /** What is put down for them so far, further time that was put right included. */
  putDown: z.object({ minutes: z.number(), preparationMinutes: z.number() }),
})
export type GroupHours = z.output<typeof groupHours>

const said = {
  sessionId: id,
  minutes: z.int().check(z.gte(1), z.lte(MOST_MINUTES)),
  preparationMinutes: z.int().check(z.gte(0), z.lte(MOST_MINUTES)),
  words: text({ min: 0, max: 300 }),
}
const groupId = z.object({ groupId: id })
const runs = { access: ['facilitator'] } as const

/** Hours that were put down too low, or not at all: said in two taps, answered in three working days (J-19). */
export const hoursContract = {
  ownHours: endpoint({
    method: 'GET',
    path: '/groups/:groupId/own-pay/hours',
    summary: 'What my hours are put down as, and what I said where that was not right',
    access: 'anyone',
    supporter: 'groups',
    params: groupId,
    response: ownHours,
    errors: ['codesign.no_place_here'],
  }),
  askHours: endpoint({
    method: 'POST',
    path: '/groups/:groupId/own-pay/hours',
    summary: 'Say that my hours are not right, and what I really gave, getting ready included',
    access: 'anyone',
    supporter: 'groups',
    params: groupId,
    body: z.strictObject(said),
    status: 201,
    response: ownHours,
    errors: [
      'codesign.no_place_here',
      'payments.session_not_found',
      'payments.not_paid_here',
      'payments.hours_not_more',
      'payments.hours_asked',
    ],
    limit: { perMinute: 20 },
  }),
  hoursOfGroup: endpoint({
    method: 'GET',
    path: '/groups/:groupId/pay/hours',
    summary: 'Who says that their hours are not right, and whom to ring about the answer',
    ...runs,
    params: groupId,
    response: z.object({
      asks: z.array(groupHours),
      /** Answered, and no letter could tell them. */
      ring: z.array(z.object({ ...groupHours.shape, contact: z.string() })),
      sessions: z.array(z.object({ id, startsAt: instant, venue: z.string() })),
    }),
    errors: ['codesign.group_not_found'],
  }),
  askHoursFor: endpoint({
    method: 'POST',
    path: '/groups/:groupId/pay/members/:memberId/hours',
    summary: 'Write down for whoever rings that their hours are not right, read back to them',
    ...runs,
    params: z.object({ groupId: id, memberId: id }),
    body: z.strictObject({ ...said, saidBy: z.enum(SAID_BY), readBack: z.literal(true) }),
    status: 201,
    response: groupHours,
    errors: [
      'codesign.group_not_found',
      'codesign.member_not_found',
      'payments.own_item',
      'payments.session_not_found',
      'payments.not_paid_here',
      'payments.hours_not_more',
      'payments.hours_asked',
    ],
  }),
  answerHours: endpoint({
    method: 'POST',
    path: '/groups/:groupId/pay/hours/:hoursId/answer',
    summary: 'Yes: what is missing becomes pay of its own; or no, with a reason they read',
    ...runs,
    params: z.object({ groupId: id, hoursId: id }),
    body: z
      .strictObject({ answer: z.enum(['yes', 'no']), reason: text({ min: 0, max: 300 }) })
      .check(
        z.refine(({ answer, reason }) => answer === 'yes' || reason.length >= 5, {
          path: ['reason'],
          error: 'required',
        }),
      ),
    response: groupHours,
    errors: [
      'codesign.group_not_found',
      'payments.hours_not_found',
      'payments.own_item',
      'payments.no_rates',
    ],
  }),
  toldHours: endpoint({
    method: 'POST',
    path: '/groups/:groupId/pay/hours/:hoursId/told',
    summary: 'Say that I rang them with the answer, where no letter reaches',
    ...runs,
    params: z.object({ groupId: id, hoursId: id }),
    body: z.strictObject({}),
    response: z.object({ told: z.literal(true) }),
    errors: ['codesign.group_not_found', 'payments.hours_not_found'],
  }),
} as const
