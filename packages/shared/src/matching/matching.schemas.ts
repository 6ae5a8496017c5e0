import * as z from 'zod/mini'
import { id, instant } from '../http/index.ts'
import { INCOME_BANDS, type IncomeBand, SECTORS, SKILLS } from '../organisations/index.ts'
import { theme } from '../places/index.ts'

/** The six parts of a match (`product-spec.md` §2.6, BR2). */
export const PARTS = ['theme', 'reach', 'livedExperience', 'complement', 'time', 'sphere'] as const
export type Part = (typeof PARTS)[number]

/** Default weights, published and the same for all in a challenge; they sum to 100. */
export const WEIGHTS: Record<Part, number> = {
  theme: 25,
  reach: 25,
  livedExperience: 15,
  complement: 20,
  time: 10,
  sphere: 5,
}

/** Less than £100,000 a year, or no accounts at all (§2.3, FR-04, FR-05). */
export const isSmall = (band: IncomeBand): boolean => ['none', 'micro', 'small'].includes(band)

/**
 * Why two belong together, as a code with its facts; the catalogue says it in the reader's language, with the
 * sentence a broker could say out loud.
 */
export const REASONS = [
  'themes-shared',
  'themes-card',
  'themes-none',
  'words-shared',
  'areas-covered',
  'areas-place-wide',
  'areas-county',
  'areas-region',
  'areas-country',
  'areas-none',
  'reach-trusted',
  'reach-weekly',
  'reach-members',
  'lived-led-by',
  'lived-majority',
  'lived-some',
  'lived-not',
  'lived-unknown',
  'complement-skills',
  'complement-premises',
  'complement-reach',
  'complement-none',
  'complement-unknown',
  'time-enough',
  'time-part',
  'time-backfill',
  'time-unknown',
  'sphere-new',
  'sphere-same',
] as const
export type Reason = (typeof REASONS)[number]

/** One part of the arithmetic: weight × value = points, and why. */
const worked = z.object({
  part: z.enum(PARTS),
  weight: z.number(),
  /** 0–1, or null where nothing is known. */
  value: z.nullable(z.number()),
  points: z.number(),
  reasons: z.array(
    z.object({
      code: z.enum(REASONS),
      facts: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
    }),
  ),
})

const scored = {
  /** 0–100: points of the known parts as a share of their weights (docs/decisions). Whole points. */
  score: z.number(),
  /** 0–1: the share of weights whose part is known. Missing data lowers this, never the score of others. */
  confidence: z.number(),
  parts: z.array(worked),
  /** The one answer that would settle most. */
  wouldSettle: z.nullable(z.enum(PARTS)),
}

export const match = z.object({
  kind: z.enum(['organisation', 'register']),
  id,
  name: z.string(),
  sector: z.enum(SECTORS),
  /** Shown so that the balance can be checked; never an input of the score. */
  incomeBand: z.enum(INCOME_BANDS),
  themes: z.array(theme),
  activities: z.nullable(z.string()),
  ...scored,
  /** FR-04: places moved up by the size balance, 0 for most. */
  movedUp: z.number(),
  /**
   * When it last said something, where that is 180 days or more ago (§2.3, FR-12); null otherwise. Never an input of the
   * score.
   */
  quietSince: z.nullable(instant),
  invited: z.boolean(),
  interested: z.boolean(),
})
export type Match = z.output<typeof match>

/** What a challenge weighs each part by; locked when it opened (§4.5, TR3). */
export const weights = z.array(z.object({ part: z.enum(PARTS), weight: z.number() }))

/** Who fits a challenge best, with everything needed to repeat the order. */
export const suggestions = z.object({
  items: z.array(match),
  weights,
  /** Breaks ties; published, so that anybody can repeat the order. */
  seed: z.string(),
  considered: z.number(),
  /**
   * Those of the place that fit at all, and how many of them have less than £100,000 a year (FR-04, FR-05). Who works in
   * the county, the region or the country and sits elsewhere is suggested too, and not counted here.
   */
  eligible: z.object({ all: z.number(), small: z.number() }),
  computedAt: instant,
})
export type Suggestions = z.output<typeof suggestions>

/** What a broker said of a suggestion; `taken-back` undoes a dismissal or a keeping, and all of it stays on record. */
export const DECISIONS = ['kept', 'dismissed', 'taken-back'] as const

/** The last thing said; null where nothing is, or where it was taken back. */
export const standing = z.nullable(
  z.object({
    decision: z.enum(['kept', 'dismissed']),
    /** Empty where it was kept. For brokers only. */
    reason: z.string(),
    at: instant,
  }),
)
export type Standing = z.output<typeof standing>

/** An open challenge that may fit an organisation. */
export const fittingChallenge = z.object({
  challengeId: id,
  slug: z.string(),
  question: z.string(),
  themes: z.array(theme),
  closesAt: instant,
  /** Minutes an answer takes. */
  minutes: z.number(),
  ...scored,
})
export type FittingChallenge = z.output<typeof fittingChallenge>

/** What those invited or kept do not bring together. What they have not told counts as lacking, and is said to be so. */
export const gaps = z.object({
  /** Organisations invited or kept. */
  pool: z.number(),
  /** Entries of the register invited or kept: nobody has told us anything of them yet. */
  silent: z.number(),
  /** Neighbourhoods of the question that nobody covers. */
  areas: z.array(z.string()),
  /** Who is affected or served least and nobody reaches, in the question's own words. */
  people: z.array(z.string()),
  /** Skills that none of them has named. */
  skills: z.array(z.enum(SKILLS)),
  /** No room at all, or none without steps; null where there is one. */
  rooms: z.nullable(z.enum(['none', 'steps'])),
  /** Hours a month asked of them together, where they can spare fewer; null where that is enough or nothing is asked. */
  hours: z.nullable(z.object({ asked: z.number(), there: z.number() })),
})
export type Gaps = z.output<typeof gaps>
