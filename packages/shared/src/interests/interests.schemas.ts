import * as z from 'zod/mini'
import { id, instant, text, wholeDay } from '../http/index.ts'
import { INCOME_BANDS, KINDS, POSSIBLE_WITH, SECTORS, SKILLS } from '../organisations/index.ts'

export const TOGETHER = ['alone', 'with', 'find-us-partners'] as const
export const INTEREST_STATES = ['submitted', 'withdrawn', 'chosen', 'not-this-time'] as const

/** All answers together (EI1, FR-02 finding 6 asks it of others: we keep it ourselves). */
export const WORD_LIMIT = 250
/** Words as a person counts them. */
export const wordsOf = (...texts: string[]): number =>
  texts
    .join(' ')
    .split(/\s+/u)
    .filter((w) => w !== '').length

/**
 * Five questions and a conflict tick. No attachment, turnover, policy or reference can be asked here (FR-03 [G]):
 * the shape is strict, so nothing else is accepted through any route.
 */
export const answers = {
  /** 1. Why it matters to the people you work with. */
  why: text({ min: 10, max: 2000 }),
  /** 2. What you can bring: ticks from the profile, and a line of your own. */
  bring: z.array(z.enum(SKILLS)).check(z.maxLength(15)),
  bringNote: text({ min: 0, max: 800 }),
  /** 3. Hours a month, from when. */
  hoursPerMonth: z.int().check(z.gte(1), z.lte(300)),
  fromWhen: z.nullable(wholeDay),
  /** 4. What you would need. */
  need: z.array(z.enum(POSSIBLE_WITH)).check(z.maxLength(7)),
  needNote: text({ min: 0, max: 800 }),
  /** 5. Alone, together with others, or find us partners. */
  together: z.enum(TOGETHER),
  togetherWith: text({ min: 0, max: 300 }),
  /** Somebody of ours is close to somebody who decides, or could seem so. */
  conflict: z.boolean(),
  conflictNote: text({ min: 0, max: 500 }),
}

/** The seconds somebody is believed to have taken: less is a slip, more is a page left open (M4). */
export const PLAUSIBLE_SECONDS = { least: 20, most: 4 * 3600 } as const

export const expressInterest = z.strictObject({
  organisationId: id,
  ...answers,
  /** From first screen to sending, for the public p50 and p90 (M4). */
  secondsTaken: z.optional(z.int().check(z.gte(0), z.lte(864_000))),
})

/** One organisation's part of an answer that several sent as one (EI3), as it was sent. */
export const jointPart = z.object({
  organisationId: id,
  name: z.string(),
  sector: z.enum(SECTORS),
  convenor: z.boolean(),
  part: z.string(),
  role: z.string(),
  hoursPerMonth: z.number(),
  pence: z.number(),
  /** Its own wish to lend no more than its name, in its words (FR-13). */
  nameOnly: z.nullable(z.string()),
})
export type JointPart = z.output<typeof jointPart>

export const interest = z.object({
  id,
  challenge: z.object({
    id,
    slug: z.string(),
    question: z.string(),
    closesAt: instant,
    resultsBy: z.nullable(z.string()),
  }),
  organisation: z.object({
    id,
    name: z.string(),
    kind: z.enum(KINDS),
    sector: z.enum(SECTORS),
    incomeBand: z.enum(INCOME_BANDS),
  }),
  state: z.enum(INTEREST_STATES),
  why: z.string(),
  bring: z.array(z.enum(SKILLS)),
  bringNote: z.string(),
  hoursPerMonth: z.number(),
  fromWhen: z.nullable(z.string()),
  need: z.array(z.enum(POSSIBLE_WITH)),
  needNote: z.string(),
  together: z.enum(TOGETHER),
  togetherWith: z.string(),
  conflict: z.boolean(),
  conflictNote: z.string(),
  submittedAt: instant,
  /** The decision, once there is one. */
  decision: z.nullable(
    z.object({
      outcome: z.enum(['chosen', 'not-this-time']),
      reason: z.string(),
      decidedAt: instant,
    }),
  ),
  /** Where several answered as one. `organisation` convened it; its size is the one they count as (§2.7). */
  joint: z.nullable(z.object({ id, parts: z.array(jointPart) })),
  can: z.object({ change: z.boolean(), withdraw: z.boolean() }),
  version: z.number(),
})
export type Interest = z.output<typeof interest>

/** Answers while they are written: any of them, none of them finished. */
export const draftAnswers = z.strictObject({
  why: z.optional(text({ min: 0, max: 2000 })),
  bring: z.optional(answers.bring),
  bringNote: z.optional(answers.bringNote),
  hoursPerMonth: z.optional(z.nullable(answers.hoursPerMonth)),
  fromWhen: z.optional(answers.fromWhen),
  need: z.optional(answers.need),
  needNote: z.optional(answers.needNote),
  together: z.optional(z.nullable(answers.together)),
  togetherWith: z.optional(answers.togetherWith),
  conflict: z.optional(answers.conflict),
  conflictNote: z.optional(answers.conflictNote),
})
export type DraftAnswers = z.output<typeof draftAnswers>

/** What changed since this device last saved; the rest of the draft stays as it is. */
export const saveDraft = z.strictObject({
  organisationId: id,
  answers: draftAnswers,
  seconds: z.int().check(z.gte(0), z.lte(864_000)),
  /** The version this device last saw; null when it saw none. */
  seen: z.nullable(z.int().check(z.gte(1), z.lte(1_000_000_000))),
})

/** The same on its way out. */
const keptAnswers = z.object({
  why: z.optional(z.string()),
  bring: z.optional(z.array(z.enum(SKILLS))),
  bringNote: z.optional(z.string()),
  hoursPerMonth: z.optional(z.nullable(z.number())),
  fromWhen: z.optional(z.nullable(z.string())),
  need: z.optional(z.array(z.enum(POSSIBLE_WITH))),
  needNote: z.optional(z.string()),
  together: z.optional(z.nullable(z.enum(TOGETHER))),
  togetherWith: z.optional(z.string()),
  conflict: z.optional(z.boolean()),
  conflictNote: z.optional(z.string()),
})

export const interestDraft = z.object({
  answers: keptAnswers,
  seconds: z.number(),
  updatedAt: instant,
  /** Who wrote last, by the name they go by; null where they gave none. */
  by: z.nullable(z.string()),
  mine: z.boolean(),
  version: z.number(),
})
export type InterestDraft = z.output<typeof interestDraft>

/** What is kept now, and who else wrote since this device last looked. Where both wrote, the newest words stand. */
export const savedDraft = z.object({
  draft: interestDraft,
  meanwhile: z.nullable(z.object({ by: z.nullable(z.string()), at: instant })),
})

/** Questions that may be spoken first (EI1). A spoken answer still needs its words before it is sent. */
export const VOICE_QUESTIONS = ['why', 'bringNote', 'needNote'] as const
export type VoiceQuestion = (typeof VOICE_QUESTIONS)[number]
export const VOICE_TYPES = ['audio/webm', 'audio/mp4', 'audio/ogg'] as const
export type VoiceType = (typeof VOICE_TYPES)[number]
export const VOICE_MOST_SECONDS = 60
/** A minute of speech is about a fifth of this. */
export const VOICE_MOST_BYTES = 1024 * 1024

export const voiceNote = z.object({
  id,
  question: z.enum(VOICE_QUESTIONS),
  mediaType: z.enum(VOICE_TYPES),
  seconds: z.number(),
  recordedAt: instant,
})
export type VoiceNote = z.output<typeof voiceNote>

/** How long answering took those who did it (M4); seconds. */
export const answerTime = z.object({
  count: z.number(),
  p50Seconds: z.number(),
  p90Seconds: z.number(),
})
export type AnswerTime = z.output<typeof answerTime>
/** Fewer are not shown: a number about four groups is a number about somebody. */
export const FEWEST_TIMED = 5
/** Over challenges that have closed: while one is open, nobody may see how many have answered it. */
export const answerTimes = z.object({
  /** Of the last twelve months; null for fewer than five. */
  place: z.nullable(answerTime),
  /** Of the one challenge that was asked about; null for fewer than five, and until it has closed. */
  challenge: z.nullable(answerTime),
})
export type AnswerTimes = z.output<typeof answerTimes>
