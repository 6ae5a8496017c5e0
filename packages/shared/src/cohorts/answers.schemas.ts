import * as z from 'zod/mini'
import { id, instant, text } from '../http/index.ts'

/** What somebody can do next, each with a sentence of its own (EI5, FR-10). */
export const NEXT_STEPS = [
  'keep-in-touch',
  'meet-broker',
  'join-group',
  'another-challenge',
  'practical-tip',
  'start-with-team',
] as const
export type NextStep = (typeof NEXT_STEPS)[number]

export const OUTCOMES = ['chosen', 'not-this-time'] as const

/** M7: an answer speaks of at least two of the criteria the challenge was opened with. */
export const CRITERIA_AT_LEAST = 2
/** Characters of a reason, and of what is said on one criterion. */
export const SENTENCE_AT_LEAST = 30
/** Characters of the sentence that goes with a next step. */
export const NOTE_AT_LEAST = 10

const position = z.int().check(z.gte(0), z.lte(9))

/** One organisation's answer: a reason, what was seen on the criteria, and one thing to do now. */
export const decision = z.strictObject({
  interestId: id,
  reason: text({ min: SENTENCE_AT_LEAST, max: 1500 }),
  /** `position`: which of the challenge's criteria, counted from 0. */
  criteria: z
    .array(z.strictObject({ position, sentence: text({ min: SENTENCE_AT_LEAST, max: 500 }) }))
    .check(z.minLength(CRITERIA_AT_LEAST), z.maxLength(5)),
  nextStep: z.strictObject({
    kind: z.enum(NEXT_STEPS),
    note: text({ min: NOTE_AT_LEAST, max: 500 }),
  }),
})
export type Decision = z.output<typeof decision>

/** As long as a draft may be: nothing half-written is lost because it is a word too long. */
const unfinished = text({ min: 0, max: 3000 })

/** An answer on its way: any part of it may still be missing. */
export const draftDecision = z.strictObject({
  interestId: id,
  outcome: z.nullable(z.enum(OUTCOMES)),
  reason: unfinished,
  criteria: z.array(z.strictObject({ position, sentence: unfinished })).check(z.maxLength(10)),
  nextStep: z.strictObject({ kind: z.nullable(z.enum(NEXT_STEPS)), note: unfinished }),
})

export const saveDecisionDraft = z.strictObject({
  /** Those that changed; the others stay as they were. */
  decisions: z.optional(z.array(draftDecision).check(z.maxLength(500))),
  statement: z.optional(unfinished),
  reservedPlacesReason: z.optional(unfinished),
})

const draftShown = z.object({
  interestId: id,
  outcome: z.nullable(z.enum(OUTCOMES)),
  reason: z.string(),
  criteria: z.array(z.object({ position: z.number(), sentence: z.string() })),
  nextStep: z.object({ kind: z.nullable(z.enum(NEXT_STEPS)), note: z.string() }),
})
export type DraftDecision = z.output<typeof draftShown>

export const decisionDraft = z.object({
  decisions: z.array(draftShown),
  statement: z.string(),
  reservedPlacesReason: z.string(),
  /** Null while nothing was written. */
  savedAt: z.nullable(instant),
})
export type DecisionDraft = z.output<typeof decisionDraft>

/** The one question an organisation may ask back, and what it was told. */
export const questionBack = z.object({
  question: z.string(),
  askedAt: instant,
  dueAt: instant,
  answer: z.nullable(z.string()),
  answeredAt: z.nullable(instant),
})
export type QuestionBack = z.output<typeof questionBack>

/** What one organisation was told. */
const told = {
  interestId: id,
  outcome: z.enum(OUTCOMES),
  reason: z.string(),
  criteria: z.array(z.object({ position: z.number(), name: z.string(), sentence: z.string() })),
  /** Null only for answers from before everybody got one. */
  nextStep: z.nullable(z.object({ kind: z.enum(NEXT_STEPS), note: z.string() })),
  decidedAt: instant,
  questionBack: z.nullable(questionBack),
}

/** For the one who asked: never how useful anybody found it. */
export const answerGiven = z.object(told)
export type AnswerGiven = z.output<typeof answerGiven>

/** For the organisation itself. */
export const myAnswer = z.object({
  ...told,
  /** Who decided: person and public body. */
  from: z.string(),
  /** Whom to ring. */
  contact: z.object({
    name: z.string(),
    phone: z.nullable(z.string()),
    email: z.nullable(z.string()),
  }),
  usefulness: z.object({
    /** 1 no use at all, 5 very useful; null while nobody of ours has said. */
    rating: z.nullable(z.int().check(z.gte(1), z.lte(5))),
    /** Until when it can be given another number; null while there is none. */
    changeableUntil: z.nullable(instant),
    mayRate: z.boolean(),
  }),
})
export type MyAnswer = z.output<typeof myAnswer>

/** Answers so far, for everyone (M7, M8). */
export const answersCount = z.object({
  /** Organisations that were told something. */
  answered: z.number(),
  notChosen: z.number(),
  /** Of those: with two criteria at least, within ten working days. */
  notChosenCovered: z.number(),
  /** How useful they found it, 1 to 5; null under five voices. */
  usefulness: z.nullable(z.object({ count: z.number(), median: z.number() })),
})
export type AnswersCount = z.output<typeof answersCount>

/** `not-yet`: still open, or the clock has not been wound. */
export const CLOCK_STATES = ['not-yet', 'running', 'late', 'kept', 'kept-late'] as const

export const answersClock = z.object({
  state: z.enum(CLOCK_STATES),
  /** Until when everybody hears; answers are late since then. */
  dueAt: z.nullable(instant),
})
export type AnswersClock = z.output<typeof answersClock>
