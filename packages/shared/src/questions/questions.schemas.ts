import * as z from 'zod/mini'
import { id, instant, text } from '../http/index.ts'

/** States of a question (`product-spec.md` §2.4). All but the first are for everybody to read. */
export const QUESTION_STATES = ['asked', 'answered', 'merged', 'declined'] as const
export type QuestionState = (typeof QUESTION_STATES)[number]

/** Who closed a question, as everybody may know: a role, the name stands beside the challenge. */
export const CLOSED_AS = ['commissioner', 'broker'] as const

/** Characters of a question. One question, not a page of them. */
export const QUESTION_LENGTH = { min: 10, max: 500 } as const
/** Questions a day about one challenge from behind one network address: a household, or a library. */
export const TURNS_A_DAY = 5
/** Network addresses are told apart by so many numbers a day and no better: many share each. */
export const TURN_NUMBERS = 1024
/** Working days until a question is answered (`product-spec.md` §2.4, M13). */
export const ANSWER_WITHIN_DAYS = 3
/** Working days before the closing time after which nobody can ask any more (`product-spec.md` §2.4). */
export const FROZEN_DAYS = 3

export const askQuestion = z.strictObject({
  words: text(QUESTION_LENGTH),
  /** People never see this field; a machine that fills every field fills it too. */
  website: z.optional(z.string().check(z.maxLength(200))),
})

/** A question as everybody reads it. There is no more of it: nothing about who asked is stored anywhere. */
export const question = z.object({
  id,
  /** As asked, never edited; null where the broker took words out of sight that name somebody. */
  words: z.nullable(z.string()),
  /** The day, YYYY-MM-DD in the place's zone. The hour is not kept. */
  askedOn: z.string(),
  state: z.enum(['answered', 'merged', 'declined']),
  /** The answer, or why there is none; null for one that was merged. */
  reply: z.nullable(z.string()),
  /** The question whose answer is the answer to this one too. */
  mergedInto: z.nullable(id),
  closedOn: z.string(),
  closedAs: z.enum(CLOSED_AS),
})
export type Question = z.output<typeof question>

export const questionBoard = z.object({
  /** Nobody can ask from here on. */
  questionsUntil: instant,
  /** Whether somebody can ask now, by the service's clock. */
  open: z.boolean(),
  waiting: z.object({
    count: z.number(),
    /** The day by which the oldest is due; null while none waits. */
    answerBy: z.nullable(z.string()),
    late: z.boolean(),
  }),
  items: z.array(question),
  /** Median working days from question to public answer (M13); null before the first. */
  medianWorkingDays: z.nullable(z.number()),
})
export type QuestionBoard = z.output<typeof questionBoard>

/** One that waits, for whoever may answer it. */
export const waitingQuestion = z.object({
  id,
  words: z.string(),
  askedOn: z.string(),
  answerBy: z.string(),
  late: z.boolean(),
})
export type WaitingQuestion = z.output<typeof waitingQuestion>

const EMAIL = /[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@]{2,}/u
const PHONE = /(?:\+\d{1,3}|\b0[1-9])(?:[\s().-]{0,2}\d){7,13}\b/u

/**
 * Whether words hold an email address or a telephone number, which would tell everybody who asks.
 *
 * @returns the first one found, undefined when there is none
 */
export const wayToReach = (words: string): string | undefined =>
  EMAIL.exec(words)?.[0] ?? PHONE.exec(words)?.[0].trim()
