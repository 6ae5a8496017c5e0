import * as z from 'zod/mini'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { INCOME_BANDS, KINDS, POSSIBLE_WITH, SECTORS, SKILLS } from '../organisations/index.ts'

export const TOGETHER = ['alone', 'with', 'find-us-partners'] as const
export const INTEREST_STATES = ['submitted', 'withdrawn', 'chosen', 'not-this-time'] as const

/** All answers together (EI1, FR-02 finding 6 asks it of others: we keep it ourselves). */
export const WORD_LIMIT = 250
/** Words as a person counts them. */
export const wordsOf = (...texts: string[]): number =>
  texts
    .join(' ')
    .split(/\s+/u)
    .filter((w) => w !== '').length

/**
 * Five questions and a conflict tick. No attachment, turnover, policy or reference can be asked here (FR-03 [G]):
 * the shape is strict, so nothing else is accepted through any route.
 */
export const answers = {
  /** 1. Why it matters to the people you work with. */
  why: text({ min: 10, max: 2000 }),
  /** 2. What you can bring: ticks from the profile, and a line of your own. */
  bring: z.array(z.enum(SKILLS)).check(z.maxLength(15)),
  bringNote: text({ min: 0, max: 800 }),
  /** 3. Hours a month, from when. */
  hoursPerMonth: z.int().check(z.gte(1), z.lte(300)),
  fromWhen: z.nullable(wholeDay),
  /** 4. What you would need. */
  need: z.array(z.enum(POSSIBLE_WITH)).check(z.maxLength(7)),
  needNote: text({ min: 0, max: 800 }),
  /** 5. Alone, together with others, or find us partners. */
  together: z.enum(TOGETHER),
  togetherWith: text({ min: 0, max: 300 }),
  /** Somebody of ours is close to somebody who decides, or could seem so. */
  conflict: z.boolean(),
  conflictNote: text({ min: 0, max: 500 }),
}

export const expressInterest = z.strictObject({
  organisationId: id,
  ...answers,
  /** From first screen to sending, for the public p50 and p90 (M4). */
  secondsTaken: z.optional(z.int().check(z.gte(0), z.lte(864_000))),
})

export const interest = z.object({
  id,
  challenge: z.object({
    id,
    slug: z.string(),
    question: z.string(),
    closesAt: instant,
    resultsBy: z.nullable(z.string()),
  }),
  organisation: z.object({
    id,
    name: z.string(),
    kind: z.enum(KINDS),
    sector: z.enum(SECTORS),
    incomeBand: z.enum(INCOME_BANDS),
  }),
  state: z.enum(INTEREST_STATES),
  why: z.string(),
  bring: z.array(z.enum(SKILLS)),
  bringNote: z.string(),
  hoursPerMonth: z.number(),
  fromWhen: z.nullable(z.string()),
  need: z.array(z.enum(POSSIBLE_WITH)),
  needNote: z.string(),
  together: z.enum(TOGETHER),
  togetherWith: z.string(),
  conflict: z.boolean(),
  conflictNote: z.string(),
  submittedAt: instant,
  /** The decision, once there is one. */
  decision: z.nullable(
    z.object({
      outcome: z.enum(['chosen', 'not-this-time']),
      reason: z.string(),
      decidedAt: instant,
    }),
  ),
  can: z.object({ change: z.boolean(), withdraw: z.boolean() }),
  version: z.number(),
})
export type Interest = z.output<typeof interest>
