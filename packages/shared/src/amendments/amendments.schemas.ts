import * as z from 'zod/mini'
import { changeDraft } from '../challenges/index.ts'
import { id, instant } from '../http/index.ts'

/** What a change after opening is (§2.4, CH7): a slip of the pen, the same said more clearly, or another ask. */
export const AMENDMENT_KINDS = ['typo', 'clarify', 'substance'] as const
export type AmendmentKind = (typeof AMENDMENT_KINDS)[number]

/** Lines of the log: changes, and the times the clock stood still. */
export const LOG_KINDS = [...AMENDMENT_KINDS, 'pause', 'resume'] as const
export type LogKind = (typeof LOG_KINDS)[number]

/** Words that may be mended or made clearer; only `substance` may make them mean something else. */
export const AMENDABLE_WORDS = [
  'summary',
  'whyNow',
  'whoIsAffected',
  'leastServed',
  'outcome',
  'organisationBenefit',
  'notAtRisk',
  'otherOffer',
  'payWhen',
] as const

/** Figures and dates: `substance` only, and money and closing time only ever upwards (TR3). */
export const AMENDABLE_FACTS = [
  'participationPence',
  'backfillPence',
  'testsPence',
  'accessPence',
  'payHourlyPence',
  'officerHours',
  'hoursPerMonth',
  'expectedInterests',
  'closesAt',
  'resultsBy',
  'startsOn',
  'endsOn',
] as const

export const AMENDABLE = [...AMENDABLE_WORDS, ...AMENDABLE_FACTS] as const
export type Amendable = (typeof AMENDABLE)[number]

const value = z.union([z.string(), z.number(), z.null()])

/** One field before and after; instants as ISO strings, money in pence. */
export const amendedField = z.object({ field: z.enum(AMENDABLE), before: value, after: value })
export type AmendedField = z.output<typeof amendedField>

const of = changeDraft.shape

/** What may change after opening, and nothing else: never question, themes, areas, criteria, weights or team size. */
export const amendInput = z.strictObject({
  summary: of.summary,
  whyNow: of.whyNow,
  whoIsAffected: of.whoIsAffected,
  leastServed: of.leastServed,
  outcome: of.outcome,
  organisationBenefit: of.organisationBenefit,
  notAtRisk: of.notAtRisk,
  otherOffer: of.otherOffer,
  payWhen: of.payWhen,
  participationPence: of.participationPence,
  backfillPence: of.backfillPence,
  testsPence: of.testsPence,
  accessPence: of.accessPence,
  payHourlyPence: of.payHourlyPence,
  officerHours: of.officerHours,
  hoursPerMonth: of.hoursPerMonth,
  expectedInterests: of.expectedInterests,
  closesAt: of.closesAt,
  resultsBy: of.resultsBy,
  startsOn: of.startsOn,
  endsOn: of.endsOn,
})
export type AmendInput = z.output<typeof amendInput>

/** One line of the public change log. */
export const amendment = z.object({
  id,
  kind: z.enum(LOG_KINDS),
  changes: z.array(amendedField),
  reason: z.string(),
  madeAt: instant,
  /** Who asks, by name, as on the page. */
  by: z.string(),
})
export type Amendment = z.output<typeof amendment>
