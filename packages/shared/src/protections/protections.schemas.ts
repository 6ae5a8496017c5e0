import * as z from 'zod/mini'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { theme } from '../places/index.ts'

/** A decision to keep what works (CH3, J-03): written, out for everyone, and perhaps ended at a review. */
export const PROTECTION_STATES = ['draft', 'published', 'ended'] as const
export type ProtectionState = (typeof PROTECTION_STATES)[number]

/** How something is known, weakest first: the rungs of a practice card (`product-spec.md` §2.3). */
export const EVIDENCE_KINDS = [
  'experience',
  'feedback',
  'before-after',
  'comparison',
  'independent',
] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** The day it is looked at again lies so many months ahead, by the clock of the database. */
export const REVIEW_MONTHS = { soonest: 3, latest: 24 } as const
export const EVIDENCE_MAX = 6

/** An address on the web that is encrypted and carries no password. */
export function isHttps(link: string): boolean {
  try {
    const { protocol, username, password, hostname } = new URL(link)
    return protocol === 'https:' && !username && !password && hostname.includes('.')
  } catch {
    return false
  }
}
const httpsLink = text({ max: 500 }).check(z.refine(isHttps))

const long = text({ min: 0, max: 1500 })
const evidence = z.object({
  kind: z.enum(EVIDENCE_KINDS),
  statement: z.string(),
  link: z.nullable(z.string()),
})
const written = z.enum(['en', 'nl'])

/** Autosave: any part, as far as it has got. Only publishing asks for completeness. */
export const changeProtection = z.strictObject({
  /** What we protect. */
  title: z.optional(text({ min: 0, max: 120 })),
  /** None is the whole place. */
  areaIds: z.optional(z.array(id).check(z.maxLength(60))),
  themes: z.optional(z.array(theme).check(z.maxLength(6))),
  why: z.optional(long),
  evidence: z.optional(
    z
      .array(
        z.strictObject({
          kind: z.enum(EVIDENCE_KINDS),
          statement: text({ min: 0, max: 600 }),
          link: z.nullable(httpsLink),
        }),
      )
      .check(z.maxLength(EVIDENCE_MAX)),
  ),
  atRisk: z.optional(long),
  strengthen: z.optional(long),
  /** A year. */
  moneyPence: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(1_000_000_000)))),
  alternatives: z.optional(long),
  reviewOn: z.optional(z.nullable(wholeDay)),
  /** The reason as people will read it, put together from the answers and theirs to change. */
  page: z.optional(text({ min: 0, max: 7000 })),
  language: z.optional(written),
  /** Seconds in front of the form since the last save, for the promise of fifteen minutes (J-03). */
  secondsMore: z.optional(z.int().check(z.gte(0), z.lte(86_400))),
})

const decidedBy = z.object({
  organisation: z.string(),
  person: z.string(),
  phone: z.nullable(z.string()),
  email: z.nullable(z.string()),
})
const note = z.object({ id, text: z.string(), at: instant })
const review = z.object({
  id,
  outcome: z.enum(['kept', 'ended']),
  said: z.string(),
  /** The next day it is looked at; null where it ended. */
  reviewOn: z.nullable(z.string()),
  at: instant,
})

export const protectionDraft = z.object({
  id,
  placeId: id,
  state: z.enum(PROTECTION_STATES),
  slug: z.nullable(z.string()),
  title: z.string(),
  areaIds: z.array(id),
  themes: z.array(theme),
  why: z.string(),
  evidence: z.array(evidence),
  atRisk: z.string(),
  strengthen: z.string(),
  moneyPence: z.nullable(z.number()),
  alternatives: z.string(),
  reviewOn: z.nullable(z.string()),
  page: z.string(),
  language: written,
  decidedBy,
  /** First and last day a review may be set for, today. */
  reviewFrom: z.string(),
  reviewUntil: z.string(),
  missing: z.array(z.object({ pointer: z.string(), code: z.string() })),
  /** As of now: a review may have moved it. */
  nextReviewOn: z.nullable(z.string()),
  notes: z.array(note),
  reviews: z.array(review),
  version: z.number(),
  savedAt: instant,
})
export type ProtectionDraft = z.output<typeof protectionDraft>

export const protectionSummary = z.object({
  id,
  slug: z.string(),
  state: z.enum(['published', 'ended']),
  title: z.string(),
  themes: z.array(theme),
  areas: z.array(z.object({ id, name: z.string() })),
  organisation: z.string(),
  publishedAt: instant,
  reviewOn: z.string(),
  language: written,
})
export type ProtectionSummary = z.output<typeof protectionSummary>

export const protection = z.object({
  ...protectionSummary.shape,
  placeId: id,
  page: z.string(),
  evidence: z.array(evidence),
  moneyPence: z.nullable(z.number()),
  decidedBy,
  /** The day it should have been looked at is past, and it was not. */
  overdue: z.boolean(),
  notes: z.array(note),
  reviews: z.array(review),
})
export type Protection = z.output<typeof protection>
