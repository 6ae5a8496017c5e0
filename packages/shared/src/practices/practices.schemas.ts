import * as z from 'zod/mini'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { theme } from '../places/index.ts'

/** What stands behind it, from what we saw ourselves to what somebody else measured (§2.3). */
export const EVIDENCE = [
  'our-experience',
  'feedback',
  'before-after',
  'comparison',
  'independent-evaluation',
] as const
export type Evidence = (typeof EVIDENCE)[number]

/** Whether others may do the same, and who. */
export const COPYING = ['anyone', 'community-only', 'ask-first', 'no'] as const
export type Copying = (typeof COPYING)[number]

export const PRACTICE_STATES = ['draft', 'listed', 'retired'] as const

const people = z.int().check(z.gte(1), z.lte(1_000_000))
const pence = z.int().check(z.gte(0), z.lte(10_000_000))

/** Ten questions, four of which need an answer. What it is about starts with the organisation's own themes. */
export const practiceInput = z.strictObject({
  title: text({ max: 120 }),
  forWhom: text({ max: 160 }),
  evidence: z.enum(EVIDENCE),
  mayCopy: z.enum(COPYING),
  since: z.optional(z.nullable(wholeDay)),
  peopleReached: z.optional(z.nullable(people)),
  /** For one person, all in. */
  costPerPersonPence: z.optional(z.nullable(pence)),
  needs: z.optional(text({ min: 0, max: 300 })),
  story: z.optional(text({ min: 0, max: 1500 })),
  /** Whom to ring or write to, as they want it read by everybody. */
  contact: z.optional(text({ min: 0, max: 160 })),
  themes: z.optional(z.array(theme).check(z.minLength(1), z.maxLength(8))),
})
export type PracticeInput = z.output<typeof practiceInput>

export const practice = z.object({
  id,
  placeId: id,
  organisation: z.object({ id, name: z.string() }),
  state: z.enum(PRACTICE_STATES),
  title: z.string(),
  forWhom: z.string(),
  evidence: z.enum(EVIDENCE),
  mayCopy: z.enum(COPYING),
  since: z.nullable(z.string()),
  peopleReached: z.nullable(z.number()),
  costPerPersonPence: z.nullable(z.number()),
  needs: z.string(),
  story: z.string(),
  contact: z.string(),
  themes: z.array(theme),
  /** Why it is no longer done; null while it is. */
  retiredReason: z.nullable(z.string()),
  listedAt: z.nullable(instant),
  /** How many others say that they use it too. */
  usedBy: z.number(),
  /** Those of the reader's organisations that may say so, and whether they have. */
  ours: z.array(z.object({ organisationId: id, name: z.string(), uses: z.boolean() })),
  can: z.object({ change: z.boolean() }),
  version: z.number(),
})
export type Practice = z.output<typeof practice>
