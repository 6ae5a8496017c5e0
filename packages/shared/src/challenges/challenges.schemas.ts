import * as z from 'zod/mini'
import { framingFinding } from '../framing/index.ts'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { theme } from '../places/index.ts'
import { SQUEEZE_OUTS, squeezeOutFinding } from '../squeeze-outs/index.ts'
import { STATES } from './challenges.board.ts'

/** What kind of case this is (CH3): keep what works, take it as it is, make it fit, or make something new. */
export const INNOVATION = ['protect', 'adopt', 'adapt', 'invent'] as const
/** When in somebody's life it would help (CH10). */
export const PREVENTION = ['before-it-starts', 'early-signs', 'in-crisis', 'after'] as const
/** EI2: yes-or-no questions people ask themselves before they begin. */
export const ELIGIBILITY_MAX = 4

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
const findingAnswer = z.object({ code: z.enum(SQUEEZE_OUTS), answer: z.string() })
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
  /** Who wrote that sentence: people it is about, or somebody for them. */
  outcomeBy: z.string(),
  /** What organisations gain, kept apart from what people gain (CH10). */
  organisationBenefit: z.string(),
  prevention: z.nullable(z.enum(PREVENTION)),
  innovation: z.nullable(z.enum(INNOVATION)),
  /** Why keeping, taking over and adapting will not do. */
  inventReason: z.string(),
  tried: z.array(tried),
  /** Where was looked, when nothing was found that had been tried. */
  lookedWhere: z.string(),
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
  /** At most four questions with yes or no; nobody stores the answers (EI2). */
  eligibility: z.array(z.string()),
  hoursPerMonth: z.nullable(z.number()),
  cohortSize: z.number(),
  expectedInterests: z.nullable(z.number()),
  /** Said in public where answering costs more than 15 % of what is on offer (FR-01). */
  askCostReason: z.string(),
  /** What everybody may read beside a finding that stays (FR-02). */
  findingAnswers: z.array(findingAnswer),
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
  outcomeBy: z.optional(short),
  organisationBenefit: z.optional(short),
  prevention: z.optional(z.nullable(z.enum(PREVENTION))),
  innovation: z.optional(z.nullable(z.enum(INNOVATION))),
  inventReason: z.optional(text({ min: 0, max: 1000 })),
  lookedWhere: z.optional(short),
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
  eligibility: z.optional(z.array(short).check(z.maxLength(ELIGIBILITY_MAX))),
  hoursPerMonth: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(300)))),
  cohortSize: z.optional(z.int().check(z.gte(4), z.lte(6))),
  expectedInterests: z.optional(z.nullable(z.int().check(z.gte(1), z.lte(1000)))),
  askCostReason: z.optional(text({ min: 0, max: 1000 })),
  findingAnswers: z.optional(
    z
      .array(z.strictObject({ code: z.enum(SQUEEZE_OUTS), answer: text({ min: 0, max: 1000 }) }))
      .check(z.maxLength(SQUEEZE_OUTS.length)),
  ),
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

/** What the checks say of a brief as it stands (CH1, CH4, FR-01). */
const checks = z.object({
  framing: z.array(framingFinding),
  /** The age at which most people read the summary with ease; null while it is too short to tell. */
  readingAge: z.nullable(z.number()),
  squeezeOut: z.array(squeezeOutFinding),
  /** Red findings nobody has answered yet. */
  unanswered: z.array(z.enum(SQUEEZE_OUTS)),
})

/** What an answer costs, for the meter: dated rates of the place and our own ten minutes (FR-01). */
const askRates = z.nullable(
  z.object({
    minutesPerAnswer: z.number(),
    applicantHourlyPence: z.number(),
    panelHourlyPence: z.number(),
    source: z.nullable(z.string()),
    asOf: z.nullable(z.string()),
  }),
)

export const draft = z.object({
  id,
  placeId: id,
  state: z.enum(STATES),
  slug: z.nullable(z.string()),
  ...brief,
  /** So that the preview is what the public will see. */
  asker,
  missing: z.array(missing),
  checks,
  askRates,
  /** The read-through (J-04): five working days, unless the broker shortened them with a reason. */
  readFrom: z.nullable(instant),
  readUntil: z.nullable(instant),
  shortenedReason: z.nullable(z.string()),
  can: z.object({
    change: z.boolean(),
    /** Send it to its first readers. */
    read: z.boolean(),
    open: z.boolean(),
    readInterests: z.boolean(),
    choose: z.boolean(),
  }),
  version: z.number(),
  savedAt: instant,
})
export type Draft = z.output<typeof draft>

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
  /** Questions are taken until three working days before it closes (§2.4). */
  questionsUntil: z.nullable(instant),
  /** The day of the squeeze-out check, and what it still finds (FR-02). */
  checkedOn: z.nullable(z.string()),
  checks: z.object({ squeezeOut: z.array(squeezeOutFinding) }),
  askRates,
  shortenedReason: z.nullable(z.string()),
  pausedReason: z.nullable(z.string()),
  pausedUntil: z.nullable(z.string()),
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
