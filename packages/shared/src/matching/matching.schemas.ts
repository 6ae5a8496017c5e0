import * as z from 'zod/mini'
import { id, instant } from '../http/index.ts'
import { INCOME_BANDS, type IncomeBand, SECTORS } from '../organisations/index.ts'
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

export const match = z.object({
  kind: z.enum(['organisation', 'register']),
  id,
  name: z.string(),
  sector: z.enum(SECTORS),
  /** Shown so that the balance can be checked; never an input of the score. */
  incomeBand: z.enum(INCOME_BANDS),
  themes: z.array(theme),
  activities: z.nullable(z.string()),
  /** 0–100: points of the known parts as a share of their weights (docs/decisions). Whole points. */
  score: z.number(),
  /** 0–1: the share of weights whose part is known. Missing data lowers this, never the score of others. */
  confidence: z.number(),
  parts: z.array(
    z.object({
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
    }),
  ),
  /** The one answer that would settle most. */
  wouldSettle: z.nullable(z.enum(PARTS)),
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
