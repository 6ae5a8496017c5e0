import * as z from 'zod/mini'
import { known } from '../actors/index.ts'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { SECTORS } from '../organisations/index.ts'

/** Asked in turn: the second hears of it only when the first has said yes (BR3). Neither is told which they are. */
export const TURNS = ['first', 'second'] as const
export type Turn = (typeof TURNS)[number]

/** What came of it (`product-spec.md` §2.5). */
export const OUTCOMES = ['nothing-now', 'keep-in-touch', 'joint-interest', 'partnership'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** By what the other may reach us once both have said yes. */
export const SHARES = ['email', 'phone', 'both'] as const
export type Share = (typeof SHARES)[number]

export const INTRODUCTION_STATES = [
  'drafted',
  'asked-first',
  'asked-second',
  'both-yes',
  'met',
  'done',
  /** Did not come about. */
  'ended',
] as const
export type IntroductionState = (typeof INTRODUCTION_STATES)[number]

/** One sentence about one side, which the other reads. */
const about = text({ min: 10, max: 200 })

export const draftIntroduction = z.strictObject({
  placeId: id,
  challengeId: z.optional(id),
  first: z.strictObject({ organisationId: id, about }),
  second: z.strictObject({ organisationId: id, about }),
  /** As far as the broker knows. */
  guess: known,
})

const party = z.object({ id, name: z.string(), sector: z.enum(SECTORS) })
const question = z.nullable(z.object({ id, slug: z.string(), question: z.string() }))

/** One side as the broker sees it. No reason is asked for a no, so none is here. */
const brokersSide = z.object({
  turn: z.enum(TURNS),
  organisation: party,
  /** They asked not to be asked for now: nobody is, until they are back (FR-12). */
  resting: z.boolean(),
  /** What the other reads of them: their own words where they gave any. */
  about: z.string(),
  ownWords: z.boolean(),
  askedAt: z.nullable(instant),
  /** Asked, and no email reaches them: they wait to be told by telephone or in person. */
  byHand: z.boolean(),
  answerBy: z.nullable(instant),
  answer: z.nullable(z.enum(['yes', 'no', 'taken-back'])),
  answeredAt: z.nullable(instant),
  known: z.nullable(known),
  outcome: z.nullable(z.enum(OUTCOMES)),
  /** Only a voice reaches them and nobody of theirs signs in: what they say is written down, and by what they can share. */
  toWriteDown: z.nullable(z.object({ canShare: z.array(z.enum(SHARES)) })),
  /** Their answer was spoken, and a broker wrote it down. */
  spoken: z.boolean(),
  /** Both said yes, and theirs was spoken: how they reach the other, to be told by a voice too. */
  toTell: z.nullable(
    z.object({ name: z.string(), email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  ),
})

/** An introduction for the brokers of its place who belong to neither side. */
export const introduction = z.object({
  id,
  state: z.enum(INTRODUCTION_STATES),
  challenge: question,
  guess: known,
  sides: z.array(brokersSide),
  draftedAt: instant,
  /** Until when nobody on the first side hears how it ended, whatever the second says. */
  endsAt: z.nullable(instant),
  bothYesAt: z.nullable(instant),
  askWhatCameAt: z.nullable(instant),
  outcome: z.nullable(z.enum(OUTCOMES)),
  /** Both said yes, and neither had talked with the other before (M16); null until both have. */
  newToEachOther: z.nullable(z.boolean()),
})
export type Introduction = z.output<typeof introduction>

/**
 * How it stands for one side. `waiting` reads the same whether the other said no, never answered or was never asked,
 * and ends the same way at the same moment.
 */
export const SIDE_STATES = [
  'asked',
  'too-late',
  'said-no',
  'waiting',
  'not-come-about',
  'together',
] as const
export type SideState = (typeof SIDE_STATES)[number]

/**
 * An introduction for one of its sides: never what the other answered, nor whether they were asked, and whole days only:
 * to the second, times would tell who was asked first.
 */
export const ownIntroduction = z.object({
  id,
  state: z.enum(SIDE_STATES),
  own: party,
  /** What the other reads of us. */
  ownAbout: z.string(),
  other: party,
  otherAbout: z.string(),
  challenge: question,
  /** The last whole day for an answer. */
  answerBy: wholeDay,
  known: z.nullable(known),
  share: z.nullable(z.enum(SHARES)),
  /** What can be shared of us. */
  canShare: z.array(z.enum(SHARES)),
  /** After our yes: the day we hear that it did not come about, unless it does before. */
  tellBy: z.nullable(wholeDay),
  /** Our yes can be taken back: for a day, in which nobody else is asked. */
  canTakeBack: z.boolean(),
  /** Only once both have said yes, and never behind the link of a letter: letters are passed on. */
  contact: z.nullable(
    z.object({ name: z.string(), email: z.nullable(z.string()), phone: z.nullable(z.string()) }),
  ),
  /** What we said came of it. */
  outcome: z.nullable(z.enum(OUTCOMES)),
})
export type OwnIntroduction = z.output<typeof ownIntroduction>

export const sayYes = z.strictObject({
  answer: z.literal('yes'),
  known,
  share: z.enum(SHARES),
  /** What the other reads of us, in our own words; left out, the broker's stand. */
  about: z.optional(about),
})

/** A no asks nothing more. */
export const answerIntroduction = z.discriminatedUnion('answer', [
  sayYes,
  z.strictObject({ answer: z.literal('no') }),
])

/** What somebody said whom only a voice reaches, and how it was heard (PE3). */
export const spokenAnswer = z.strictObject({
  turn: z.enum(TURNS),
  said: answerIntroduction,
  /** The person on the telephone or at the table. */
  spokenWith: text({ min: 2, max: 160 }),
  /** "I read it back, and they said that is right." */
  readBack: z.literal(true),
  /** As many as one line of the log takes; the log is not imported, for the page of a letter's link carries this file. */
  minutes: z.number().check(z.int(), z.gte(0), z.lte(600)),
})

/** What came of it, and whether the map may say that we know each other. */
export const whatCame = z.strictObject({ outcome: z.enum(OUTCOMES), onMap: z.boolean() })

/** The share of introductions between two who were new to each other (M16), last twelve months. */
export const newTies = z.object({
  /** Introductions to which both said yes; null where there are fewer than five. */
  introduced: z.nullable(z.number()),
  /** Null where fewer than five either way would tell who. */
  newToEachOther: z.nullable(z.number()),
})
