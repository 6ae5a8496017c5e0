import * as z from 'zod/mini'
import { id, instant, text } from '../http/index.ts'
import { INCOME_BANDS, type IncomeBand } from '../organisations/index.ts'

/** §2.9: `drafting` until every party has confirmed the same words; then it is lived, until it ends. */
export const AGREEMENT_STATES = ['drafting', 'live', 'ended'] as const
export type AgreementState = (typeof AGREEMENT_STATES)[number]
/** What the parties are taken from. */
export const AGREEMENT_SOURCES = ['joint-interest', 'cohort', 'introduction', 'chosen'] as const
export const REVIEW_OUTCOMES = ['renewed', 'changed', 'ended'] as const
/** Two, and no more than fit on one page. */
export const PARTIES = { min: 2, max: 8 } as const
/** Money is paid within so many days at most (§2.9, FR-13). */
export const PAY_DAYS_MOST = 30
/** Months from living it to looking at it again. */
export const REVIEW_MONTHS = 3

/** Small enough that it is paid before it works, not after (FR-13). A band nobody knows counts as small. */
export const isPaidInAdvance = (band: IncomeBand): boolean =>
  band === 'none' || band === 'micro' || band === 'small'

const box = text({ min: 0, max: 600 })

/** One page, in this order: what all parties say together. */
export const AGREEMENT_TEXTS = [
  'purpose',
  'whoDoesWhat',
  'decisions',
  'dataAndStories',
  'credit',
  'ideas',
  'ifWrong',
  'howToLeave',
] as const
export type AgreementText = (typeof AGREEMENT_TEXTS)[number]

export const agreementWords = {
  title: text({ min: 3, max: 120 }),
  purpose: box,
  whoDoesWhat: box,
  decisions: box,
  dataAndStories: box,
  credit: box,
  ideas: box,
  ifWrong: box,
  howToLeave: box,
  /** Days after a bill or an agreed date within which money is paid. */
  payDays: z.int().check(z.gte(1), z.lte(PAY_DAYS_MOST)),
}

/** One party's own box: what it wants of this, and its share. */
export const partyBox = {
  interests: text({ min: 1, max: 500 }),
  role: text({ min: 0, max: 200 }),
  hoursPerMonth: z.int().check(z.gte(0), z.lte(300)),
  /** What it gets. */
  pence: z.int().check(z.gte(0), z.lte(1_000_000_000)),
  /** Whether it gets it before it begins. */
  advance: z.boolean(),
}

export const beginAgreement = z.strictObject({
  organisationId: id,
  title: agreementWords.title,
  from: z.enum(AGREEMENT_SOURCES),
  /** The joint interest, the challenge whose team this is, or the introduction; null for parties that are chosen. */
  fromId: z.nullable(id),
  /** Which of those the source brings, besides us; none named means all of them. Chosen: anybody of the place. */
  partyIds: z.array(id).check(z.maxLength(PARTIES.max - 1)),
})

/** Asks whom a page could be with: those a source brings, or organisations by a part of their name. */
export const askParties = z.strictObject({
  organisationId: id,
  from: z.enum(AGREEMENT_SOURCES),
  fromId: z.optional(id),
  q: z.optional(text({ min: 2, max: 80 })),
})

export const possibleParties = z.object({
  /** What the page could be called; empty where nothing is at hand. */
  title: z.string(),
  items: z.array(z.object({ id, name: z.string() })),
})
export type PossibleParties = z.output<typeof possibleParties>

export const agreementParty = z.object({
  organisation: z.object({ id, name: z.string(), incomeBand: z.enum(INCOME_BANDS) }),
  ours: z.boolean(),
  interests: z.string(),
  role: z.string(),
  hoursPerMonth: z.number(),
  pence: z.number(),
  advance: z.boolean(),
  confirmed: z.boolean(),
})
export type AgreementParty = z.output<typeof agreementParty>

/** What still stands between the words and living them. */
export const AGREEMENT_MISSING = ['too-few', 'purpose', 'interests', 'advance', 'confirm'] as const

export const agreement = z.object({
  id,
  state: z.enum(AGREEMENT_STATES),
  title: z.string(),
  purpose: z.string(),
  whoDoesWhat: z.string(),
  decisions: z.string(),
  dataAndStories: z.string(),
  credit: z.string(),
  ideas: z.string(),
  ifWrong: z.string(),
  howToLeave: z.string(),
  payDays: z.number(),
  /** ISO 4217, of the place. */
  currency: z.string(),
  place: z.string(),
  version: z.number(),
  /** Where its parties came from, so that whoever looks there again finds it. */
  source: z.enum(AGREEMENT_SOURCES),
  sourceId: z.nullable(id),
  parties: z.array(agreementParty),
  missing: z.array(z.enum(AGREEMENT_MISSING)),
  liveSince: z.nullable(instant),
  reviewDueAt: z.nullable(instant),
  reviewDue: z.boolean(),
  can: z.object({ write: z.boolean(), confirm: z.boolean(), review: z.boolean() }),
})
export type Agreement = z.output<typeof agreement>
