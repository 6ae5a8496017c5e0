import * as z from 'zod/mini'
import { id, instant, text } from '../http/index.ts'
import { language } from '../identity/identity.schemas.ts'

/**
 * How far a question from a resident has come (CH9): read for safety first, then gathering support; once it is backed
 * somebody answers by name. `joined` points at the question it was joined to.
 */
export const PROPOSAL_STATES = [
  'to-read',
  'returned',
  'taken-back',
  'gathering',
  'answering',
  'adopted',
  'no',
  'not-now',
  'joined',
  'lapsed',
] as const
export type ProposalState = (typeof PROPOSAL_STATES)[number]

/** Everybody may read these. */
export const PUBLIC_STATES = [
  'gathering',
  'answering',
  'adopted',
  'no',
  'not-now',
  'joined',
  'lapsed',
] as const
export type PublicState = (typeof PUBLIC_STATES)[number]

/** Why a question goes back to whoever asked it: there is no refusal without one of these. */
export const RETURN_REASONS = [
  'names-somebody',
  'could-hurt',
  'private-matter',
  'not-a-question',
  'another-place',
] as const
export type ReturnReason = (typeof RETURN_REASONS)[number]

/** Ways to be reached. Support counts by an address or number only, so that nobody counts twice. */
export const REACHED_BY = ['email', 'phone', 'someone'] as const
export const SHOWN_AS = ['first-name', 'a-resident'] as const
export type ShownAs = (typeof SHOWN_AS)[number]

/** What is agreed to by sending; a new wording of the form is a new version. */
export const PROPOSAL_WORDING = '2026-11' as const

/** As long as a challenge may be, because it may become one (§2.4). */
export const QUESTION_MAX = 160
/** Numbers of people below this are said as "a few": in a street, two supporters are two neighbours. */
export const FEW = 5

const question = text({ min: 12, max: QUESTION_MAX })
const words = {
  question,
  /** What is happening, in their own words. */
  story: text({ min: 20, max: 1500 }),
  /** One of the place's areas, or all of it. */
  areaId: z.nullable(id),
  /** Where exactly, in words. */
  whereAbouts: text({ min: 0, max: 120 }),
  affected: text({ min: 3, max: 300 }),
}

/** The words alone, as they are written again after they came back. */
export const proposalWords = z.strictObject(words)

/**
 * A question put on the table: a first name, one way to be reached, and the words. Nothing here asks about benefits,
 * immigration or diagnosis, and strictness refuses anyone who tries.
 */
const asked = {
  ...words,
  placeId: id,
  firstName: text({ max: 40 }),
  contactBy: z.enum(REACHED_BY),
  contact: text({ max: 254 }),
  shownAs: z.enum(SHOWN_AS),
  language,
  wording: z.literal(PROPOSAL_WORDING),
}
export const putProposal = z.strictObject({
  ...asked,
  /** A field people never see; whoever fills it is a machine. */
  website: z.optional(z.string().check(z.maxLength(200))),
})
/** The same, said to a broker who read it back and heard yes (decision 27). */
export const typeProposal = z.strictObject({
  ...asked,
  readBack: z.literal(true),
  minutes: z.int().check(z.gte(0), z.lte(600)),
})

export const supportProposal = z.strictObject({
  firstName: text({ max: 40 }),
  contactBy: z.enum(['email', 'phone']),
  contact: text({ max: 254 }),
  language,
  wording: z.literal(PROPOSAL_WORDING),
  website: z.optional(z.string().check(z.maxLength(200))),
})

/** How many people stand behind it; null while they are few. */
const people = z.nullable(z.number())
export const support = z.object({
  people,
  /** What makes it backed in this place. */
  needed: z.number(),
  /** Signatures on paper, apart, with where the sheet is kept. */
  sheets: z.array(z.object({ people, heldBy: z.string() })),
})

export const sponsor = z.object({
  name: z.string(),
  /** The body they speak for; an elected member speaks for those who elected them. */
  organisation: z.nullable(z.string()),
  because: z.string(),
  at: instant,
})

export const proposalAnswer = z.object({
  kind: z.enum(['adopted', 'no', 'not-now']),
  by: z.string(),
  organisation: z.string(),
  reasons: z.string(),
  nextStep: z.string(),
  at: instant,
  /** The page of the question it became, once that is open to everybody. */
  challengeSlug: z.nullable(z.string()),
})

/** A question as everybody reads it. Who supports it is in no answer. */
export const proposal = z.object({
  id,
  placeId: id,
  reference: z.string(),
  state: z.enum(PUBLIC_STATES),
  language: z.string(),
  question: z.string(),
  story: z.string(),
  areaId: z.nullable(id),
  whereAbouts: z.string(),
  affected: z.string(),
  /** First name, or null for "a resident". With others joined to it: all of them. */
  askedBy: z.array(z.nullable(z.string())),
  publishedAt: instant,
  support,
  sponsors: z.array(sponsor),
  /** Support is gathered until then. */
  gatherUntil: z.nullable(instant),
  backedAt: z.nullable(instant),
  /** A named answer is due by then. */
  answerBy: z.nullable(instant),
  late: z.boolean(),
  answer: z.nullable(proposalAnswer),
  /** The question this one was joined to. */
  joinedInto: z.nullable(z.object({ id, question: z.string() })),
})
export type Proposal = z.output<typeof proposal>

export const proposalSettings = z.object({
  supportNeeded: z.number(),
  /** Where the number comes from; null for what we begin with. */
  source: z.nullable(z.string()),
  since: z.nullable(instant),
  setBy: z.nullable(z.string()),
})
export const setProposalSettings = z.strictObject({
  supportNeeded: z.int().check(z.gte(2), z.lte(500)),
  source: text({ min: 10, max: 400 }),
})

/** Sentences of an answer: two at least, so that a no has a reason and not a formula. */
export const LEAST_SENTENCES = 2
export const sentencesIn = (said: string): number =>
  [...said.matchAll(/[^.!?]{3,}[.!?]+(?=\s|$)/g)].length
