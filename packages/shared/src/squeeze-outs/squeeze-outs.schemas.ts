import * as z from 'zod/mini'
import { instant } from '../http/index.ts'

/** The twelve ways an ask keeps small organisations out (FR-02), in the order of the rule: code 1 is the first. */
export const SQUEEZE_OUTS = [
  'turnover',
  'audited-accounts',
  'papers-before-award',
  'unrelated-requirement',
  'merging-or-size',
  'answer-burden',
  'open-window',
  'arrears-only',
  'unpaid-time',
  'named-solution',
  'one-lot',
  'track-record',
] as const
export type SqueezeOut = (typeof SQUEEZE_OUTS)[number]

/** `red` keeps a challenge from opening until it is changed or answered in public; `amber` is advice. */
export const SEVERITIES = ['red', 'amber'] as const
export type Severity = (typeof SEVERITIES)[number]

export const LANGUAGES_CHECKED = ['en', 'nl'] as const
export type LanguageChecked = (typeof LANGUAGES_CHECKED)[number]

/** One thing in an ask that keeps small organisations out. Its reason and its remedy stand in the words, by code. */
export const squeezeOutFinding = z.object({
  code: z.enum(SQUEEZE_OUTS),
  severity: z.enum(SEVERITIES),
  /** The field of a brief, `#/body/payWhen`; null in a text without fields. */
  pointer: z.nullable(z.string()),
  /** The sentence it was found in; null where figures or dates tell. */
  quote: z.nullable(z.string()),
  /** Who has shown that this keeps people out, or forbids it. */
  source: z.object({ title: z.string(), year: z.number() }),
})
export type SqueezeOutFinding = z.output<typeof squeezeOutFinding>

const words = z.string().check(z.maxLength(3000))
const pence = z.int().check(z.gte(0), z.lte(1_000_000_000))

/**
 * What the check reads of a challenge, as far as it has been written. Nothing here is stored, so fields it does not
 * read may be sent along and are dropped.
 */
export const squeezeOutBrief = z.object({
  question: z.optional(words),
  summary: z.optional(words),
  whyNow: z.optional(words),
  whoIsAffected: z.optional(words),
  leastServed: z.optional(words),
  outcome: z.optional(words),
  notAtRisk: z.optional(words),
  inventReason: z.optional(words),
  organisationBenefit: z.optional(words),
  otherOffer: z.optional(words),
  payWhen: z.optional(words),
  eligibility: z.optional(z.array(words).check(z.maxLength(20))),
  constraints: z.optional(z.array(z.object({ what: words })).check(z.maxLength(20))),
  criteria: z.optional(
    z.array(z.object({ name: words, goodLooksLike: words })).check(z.maxLength(20)),
  ),
  participationPence: z.optional(pence),
  backfillPence: z.optional(pence),
  /** Asked of each organisation chosen. */
  hoursPerMonth: z.optional(z.nullable(z.int().check(z.gte(0), z.lte(10_000)))),
  closesAt: z.optional(z.nullable(instant)),
})
export type SqueezeOutBrief = z.output<typeof squeezeOutBrief>
