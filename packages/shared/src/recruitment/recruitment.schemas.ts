import * as z from 'zod/mini'
import { CONTACT_BY, placeSlip, SAID_BY, WAYS } from '../codesign/index.ts'
import { id, instant, text } from '../http/index.ts'
import { LANGUAGES } from '../identity/index.ts'
import { leastReached, reach } from './recruitment.reach.ts'

/**
 * `open`: people put their names in. `closed`: the sheets are written and published, nothing is drawn. `drawn`: one
 * sheet came up. `confirmed`: a person looked at it, and everybody was told. `called-off`: nothing was drawn, and nothing
 * will be.
 */
export const RECRUITMENT_STATES = ['open', 'closed', 'drawn', 'confirmed', 'called-off'] as const
export type RecruitmentState = (typeof RECRUITMENT_STATES)[number]
/** As many names as seats, or fewer: nobody is drawn. */
export const RECRUITMENT_WAYS = ['all-in', 'lottery'] as const
/** Fewer than this are not shown (§4.3). */
export const FEWEST_SHOWN = 5

const count = z.int().check(z.gte(0), z.lte(60))
const word = text({ max: 60 })

export const targetFeature = z.strictObject({
  name: word,
  /** How many of the seats at least, and at most. */
  min: count,
  max: count,
  /** Gives way last where targets contradict each other (CD7). */
  leastServed: z.boolean(),
  /** Out of a hundred people whom this affects, how many are like this; for reach parity (M27). */
  affected: z.nullable(z.int().check(z.gte(0), z.lte(100))),
})
export const targetCategory = z.strictObject({
  /** As it is asked: "Where do you live?" */
  name: text({ max: 120 }),
  /** Health, ethnic origin, belief and the like: answered only with a consent of its own, which can be taken back. */
  special: z.boolean(),
  features: z.array(targetFeature).check(z.minLength(2), z.maxLength(8)),
})
export type TargetCategory = z.output<typeof targetCategory>

export const openRecruitment = z.strictObject({
  seats: z.int().check(z.gte(3), z.lte(60)),
  closesAt: instant,
  /** A figure that nobody here can make or know beforehand: "the six main numbers of the lottery of 17 December". */
  publicSource: text({ min: 10, max: 200 }),
  publicAt: instant,
  categories: z.array(targetCategory).check(z.minLength(1), z.maxLength(6)),
})

export const moveDates = z.strictObject({
  closesAt: instant,
  publicSource: text({ min: 10, max: 200 }),
  publicAt: instant,
})

/** Before it is drawn: everybody in the pool is told why, in these words. */
export const callOff = z.strictObject({ why: text({ min: 20, max: 600 }) })

const answer = z.strictObject({ category: text({ max: 120 }), feature: word })

const name = {
  firstName: text({ max: 40 }),
  contactBy: z.enum(CONTACT_BY),
  contact: text({ max: 254 }),
  ways: z.array(z.enum(WAYS)).check(z.minLength(1), z.maxLength(WAYS.length)),
  language: z.enum(LANGUAGES),
  answers: z.array(answer).check(z.maxLength(6)),
  consentVersion: z.string().check(z.maxLength(20)),
  /** Agreed to apart, for answers about health, ethnic origin, belief and the like; null where none is given. */
  specialConsentVersion: z.nullable(z.string().check(z.maxLength(20))),
}

export const putNameIn = z.strictObject({
  ...name,
  /** A field people never see; whoever fills it is a machine. */
  website: z.optional(z.string().check(z.maxLength(200))),
})
export type PutNameIn = z.input<typeof putNameIn>

/** A name that came by telephone, on paper or over a table, written down by whoever draws (PE3). */
export const enterName = z.strictObject({
  ...name,
  saidBy: z.enum(SAID_BY),
  /** What is kept, and who sees it, was read to them, and they agreed. */
  readBack: z.literal(true),
})
export type EnterName = z.input<typeof enterName>

/** Whose slip is lost, as they say it on the telephone: the desk has no list to choose from. */
export const lostSlip = z.strictObject({
  firstName: name.firstName,
  contactBy: name.contactBy,
  contact: name.contact,
  /** What was typed was read back to them, and they know that the old slip stops working. */
  readBack: z.literal(true),
})
export type LostSlip = z.input<typeof lostSlip>

/** What is handed to somebody whose name was written down. */
export const enteredName = z.object({ firstName: z.string(), slip: placeSlip })
export type EnteredName = z.output<typeof enteredName>

/** A number that is shown from five on; null: fewer, or hidden so that nobody can work out the fewer. */
const shown = z.nullable(z.number())

const publicFeature = z.object({
  name: z.string(),
  min: z.number(),
  max: z.number(),
  leastServed: z.boolean(),
  /** What the draw keeps, where that is something else than what was wanted. */
  keptMin: z.nullable(z.number()),
  keptMax: z.nullable(z.number()),
  applied: shown,
  /** Mean chance of those who applied, in thousandths. */
  chance: shown,
  drawn: shown,
  /** Fewer applied than the floor asks for: all of them are in. */
  short: z.boolean(),
})
export type PublicFeature = z.output<typeof publicFeature>

/** Everything anybody may read about how a group finds its people. It names nobody. */
export const recruitment = z.object({
  id,
  placeId: id,
  group: z.object({ id, name: z.string() }),
  state: z.enum(RECRUITMENT_STATES),
  way: z.nullable(z.enum(RECRUITMENT_WAYS)),
  seats: z.number(),
  closesAt: instant,
  publicSource: z.string(),
  publicAt: instant,
  /** SHA-256 of a secret that was there before the first name. */
  commitment: z.string(),
  categories: z.array(
    z.object({ name: z.string(), special: z.boolean(), features: z.array(publicFeature) }),
  ),
  applied: shown,
  /** Seats kept free for those of whom too few applied. */
  held: z.number(),
  /** Fingerprint of the file with all sheets; published before the figure is known. */
  boxHash: z.nullable(z.string()),
  sheets: z.number(),
  /** The lowest and the highest chance, in thousandths (M29). */
  lowest: z.nullable(z.number()),
  highest: z.nullable(z.number()),
  /** The lowest ÷ the highest, in hundredths rounded down: 100 is the same chance for all (M29). */
  fairness: z.nullable(z.int()),
  publicValue: z.nullable(z.string()),
  secret: z.nullable(z.string()),
  seed: z.nullable(z.string()),
  /** Counted from 1. */
  sheet: z.nullable(z.number()),
  drawn: z.nullable(z.number()),
  /** M27; null until those who came up have agreed their charter, and where nobody said who is affected. */
  reach: z.nullable(reach),
  /** When it was called off, and why, in the words everybody in the pool was told. */
  calledOff: z.nullable(z.object({ at: instant, why: z.string() })),
})
export type Recruitment = z.output<typeof recruitment>

export const recruitmentDesk = z.object({
  recruitment,
  /** How many names there are, for those who run it. */
  names: z.number(),
  /** How many of them were written down for somebody. */
  entered: z.number(),
  shortages: z.array(
    z.object({
      category: z.string(),
      feature: z.string(),
      floor: z.number(),
      applied: z.number(),
    }),
  ),
  relaxed: z.array(
    z.object({
      category: z.string(),
      feature: z.string(),
      edge: z.enum(['min', 'max']),
      from: z.number(),
      to: z.number(),
    }),
  ),
  /** The lowest of all answers (M27); null where too few came up, or nobody said who is affected. */
  reach: z.nullable(leastReached),
  /** Somebody has typed the figure, and another person types it as well. */
  figureTyped: z.enum(['nobody', 'me', 'another']),
  /**
   * For whoever runs the group: who came up; once confirmed also who did not, and once called off who was in, where
   * somebody has to ring them. Without numbers: on how many sheets one stands can tell what somebody said.
   */
  people: z.array(
    z.object({
      firstName: z.string(),
      reference: z.string(),
      outcome: z.enum(['drawn', 'not-drawn', 'called-off']),
      /** A telephone number, or whom to ask, for whom no letter reaches. */
      ring: z.nullable(z.string()),
    }),
  ),
})
export type RecruitmentDesk = z.output<typeof recruitmentDesk>

/** What somebody who put their name in reads about it. */
export const drawSlip = z.object({
  reference: z.string(),
  /** Their number in the published file; null before closing. */
  number: z.nullable(z.number()),
  group: z.object({ id, name: z.string() }),
  firstName: z.string(),
  state: z.enum(RECRUITMENT_STATES),
  closesAt: instant,
  /** On how many of a thousand sheets they stand; null before closing, and where all are in. */
  chance: z.nullable(z.number()),
  outcome: z.enum(['waiting', 'drawn', 'not-drawn', 'called-off']),
  /** Why it was called off; null where it was not. */
  calledOffWhy: z.nullable(z.string()),
  /** There are answers that can be taken back while the name stays in. */
  hasSpecial: z.boolean(),
})
export type DrawSlip = z.output<typeof drawSlip>
