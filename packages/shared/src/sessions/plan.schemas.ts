import * as z from 'zod/mini'
import { BLOCS } from '../codesign/index.ts'
import { id, instant, text } from '../http/index.ts'
import { NEED_STATES, OUTCOMES, REPLIES, RING_ABOUT } from './sessions.words.ts'

/** What of somebody's needs whoever runs the group sees without opening it. */
export const need = z.object({
  id,
  memberId: id,
  state: z.enum(NEED_STATES),
  fromJoining: z.boolean(),
  /** Of anybody who has not said no: neither confirmed by them nor explained to them. */
  open: z.boolean(),
})

/** Who comes, for whoever runs the group. */
export const person = z.object({
  memberId: id,
  firstName: z.string(),
  reference: z.string(),
  bloc: z.enum(BLOCS),
  organisation: z.string(),
  reply: z.nullable(z.enum(REPLIES)),
  brings: z.boolean(),
  came: z.nullable(z.boolean()),
})
export type Person = z.output<typeof person>

export const ring = z.object({
  memberId: id,
  firstName: z.string(),
  contact: z.string(),
  about: z.enum(RING_ABOUT),
  rung: z.boolean(),
})

export const plan = z.object({
  people: z.array(person),
  needs: z.array(need),
  rings: z.array(ring),
  draftNotes: z.string(),
})
export type Plan = z.output<typeof plan>

export const changeBody = z.strictObject({
  startsAt: instant,
  minutes: z.int().check(z.gte(15), z.lte(120)),
  venue: text({ max: 120 }),
  address: z.nullable(text({ max: 200 })),
  gettingThere: text({ min: 0, max: 400 }),
  stepFree: z.boolean(),
  link: z.nullable(text({ max: 300 }).check(z.regex(/^https:\/\//))),
  breaks: text({ min: 0, max: 200 }),
  capacity: z.nullable(z.int().check(z.gte(1), z.lte(1000))),
  paidMinutes: z.int().check(z.gte(0), z.lte(960)),
})
export const paperBody = z.strictObject({
  itemId: id,
  title: text({ max: 140 }),
  summary: text({ max: 1500 }),
  body: text({ min: 0, max: 20_000 }),
  link: z.nullable(text({ max: 300 }).check(z.regex(/^https:\/\//))),
})
export const outcomeBody = z.strictObject({
  kind: z.enum(OUTCOMES),
  text: text({ max: 400 }),
  who: text({ min: 0, max: 120 }),
  itemId: z.nullable(id),
})
export const needStep = z.strictObject({
  state: z.enum(['arranged', 'confirmed', 'explained', 'met', 'not-met']),
  /** What is arranged, why it cannot be, or what went wrong and what happens now; sealed like the need. */
  words: text({ min: 0, max: 400 }),
})
