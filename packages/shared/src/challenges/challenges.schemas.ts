import * as z from 'zod/mini'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { theme } from '../places/index.ts'

/**
 * States of a challenge (`product-spec.md` §2.4), as far as they exist. `open` ends by the clock: after `closesAt`
 * it counts as `choosing` whatever the row says.
 */
export const STATES = ['draft', 'open', 'choosing', 'formed', 'none-chosen', 'withdrawn'] as const
export type State = (typeof STATES)[number]

/** The thread of `ux.md` §5.2. */
export const STATIONS = ['asked', 'exploring', 'teamed-up', 'trying', 'learning', 'shared'] as const
export type Station = (typeof STATIONS)[number]

export const CONSTRAINT_KINDS = ['legal', 'money', 'time', 'data', 'politics'] as const
export const FLEX = ['fixed', 'can-bend', 'unknown'] as const
export const ROUTES = [
  'learning-cohort',
  'grant',
  'below-threshold',
  'light-touch',
  'above-threshold',
  'not-known',
] as const

const pence = z.int().check(z.gte(0), z.lte(1_000_000_000))
const long = text({ min: 0, max: 3000 })
const short = text({ min: 0, max: 300 })

const constraint = z.object({
  kind: z.enum(CONSTRAINT_KINDS),
  what: z.string(),
  flex: z.enum(FLEX),
})
const criterion = z.object({ name: z.string(), goodLooksLike: z.string(), weight: z.number() })
const tried = z.object({ what: z.string(), result: z.string() })

/** Everything the composer asks (CH2). One list, so that draft, public page and form cannot drift apart. */
const brief = {
  question: z.string(),
  summary: z.string(),
  themes: z.array(theme),
  areaIds: z.array(id),
  whyNow: z.string(),
  whoIsAffected: z.string(),
  /** The group served least today, named (VA1). */
  leastServed: z.string(),
  /** "I can …", in the voice of a person (CH10). */
  outcome: z.string(),
  tried: z.array(tried),
  /** What must not be put at risk by trying (CH3). */
  notAtRisk: z.string(),
  constraints: z.array(constraint),
  /** Money on offer, by use. */
  participationPence: z.number(),
  backfillPence: z.number(),
  testsPence: z.number(),
  accessPence: z.number(),
  officerHours: z.nullable(z.number()),
  otherOffer: z.string(),
  payHourlyPence: z.nullable(z.number()),
  payWhen: z.string(),
  route: z.enum(ROUTES),
  criteria: z.array(criterion),
  hoursPerMonth: z.nullable(z.number()),
  cohortSize: z.number(),
  expectedInterests: z.nullable(z.number()),
  closesAt: z.nullable(instant),
  resultsBy: z.nullable(z.string()),
  startsOn: z.nullable(z.string()),
  endsOn: z.nullable(z.string()),
}

/** Autosave: any part, as far as it has got. Only `open` asks for completeness. */
export const changeDraft = z.strictObject({
  question: z.optional(text({ min: 0, max: 160 })),
  summary: z.optional(text({ min: 0, max: 900 })),
  themes: z.optional(z.array(theme).check(z.maxLength(6))),
  areaIds: z.optional(z.array(id).check(z.maxLength(60))),
  whyNow: z.optional(long),
  whoIsAffected: z.optional(long),
  leastServed: z.optional(short),
  outcome: z.optional(short),
  tried: z.optional(z.array(z.strictObject({ what: short, result: short })).check(z.maxLength(10))),
  notAtRisk: z.optional(short),
  constraints: z.optional(
    z
      .array(z.strictObject({ kind: z.enum(CONSTRAINT_KINDS), what: short, flex: z.enum(FLEX) }))
      .check(z.maxLength(10)),
  ),
  participationPence: z.optional(pence),
  backfillPence: z.optional(pence),
  testsPence: z.optional(pence),
  accessPence: z.optional(pence),
  officerHours: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(5000)))),
  otherOffer: z.optional(short),
  payHourlyPence: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(100_000)))),
  payWhen: z.optional(short),
  route: z.optional(z.enum(ROUTES)),
  criteria: z.optional(
    z
      .array(
        z.strictObject({
          name: text({ min: 0, max: 80 }),
          goodLooksLike: short,
          weight: z.int().check(z.gte(0), z.lte(100)),
        }),
      )
      .check(z.maxLength(5)),
  ),
  hoursPerMonth: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(300)))),
  cohortSize: z.optional(z.int().check(z.gte(4), z.lte(6))),
  expectedInterests: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(1000)))),
  closesAt: z.optional(z.nullable(instant)),
  resultsBy: z.optional(z.nullable(wholeDay)),
  startsOn: z.optional(z.nullable(wholeDay)),
  endsOn: z.optional(z.nullable(wholeDay)),
})

/** Who asks, as everybody may read it. */
const asker = z.object({
  organisation: z.string(),
  person: z.string(),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
})

/** What still stands between a draft and opening it, said beside the field. */
export const missing = z.object({ pointer: z.string(), code: z.string() })

export const draft = z.object({
  id,
  placeId: id,
  state: z.enum(STATES),
  slug: z.nullable(z.string()),
  ...brief,
  /** So that the preview is what the public will see. */
  asker,
  missing: z.array(missing),
  can: z.object({
    change: z.boolean(),
    open: z.boolean(),
    readInterests: z.boolean(),
    choose: z.boolean(),
  }),
  version: z.number(),
  savedAt: instant,
})
export type Draft = z.output<typeof draft>

export const challengeSummary = z.object({
  id,
  slug: z.string(),
  state: z.enum(STATES),
  question: z.string(),
  summary: z.string(),
  themes: z.array(theme),
  areas: z.array(z.object({ id, name: z.string() })),
  asker: z.object({ organisation: z.string() }),
  closesAt: instant,
  /** Minutes an answer takes: five questions, the ten-minute promise (M4) until we have measured better. */
  answerMinutes: z.number(),
  /** All money on offer. */
  offerPence: z.number(),
  groups: z.number(),
})
export type ChallengeSummary = z.output<typeof challengeSummary>

export const challenge = z.object({
  id,
  placeId: id,
  slug: z.string(),
  state: z.enum(STATES),
  ...brief,
  closesAt: instant,
  areas: z.array(z.object({ id, name: z.string() })),
  asker,
  openedAt: instant,
  /** Said in public when it was taken back. */
  withdrawnReason: z.nullable(z.string()),
  answerMinutes: z.number(),
  thread: z.array(
    z.object({
      station: z.enum(STATIONS),
      status: z.enum(['done', 'now', 'to-come']),
      /** When it was, or is due. A whole day. */
      on: z.nullable(z.string()),
    }),
  ),
})
export type Challenge = z.output<typeof challenge>
