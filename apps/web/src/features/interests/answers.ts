import type { expressInterest, Interest } from '@howcanwe/shared/interests'
import { WORD_LIMIT, wordsOf } from '@howcanwe/shared/interests'
import type * as z from 'zod/mini'

/** What the form holds: the contract's own body. */
export type Answers = z.input<typeof expressInterest>
/** The form before somebody has chosen everything. */
export type StartedAnswers = Partial<Answers> & Pick<Answers, 'organisationId'>

export const TEXTS = ['why', 'bringNote', 'needNote', 'togetherWith', 'conflictNote'] as const
export type TextName = (typeof TEXTS)[number]

/** Words left for one text: what the others leave of the 250. */
export const wordsLeftFor = (name: TextName, answers: Partial<Answers>): number =>
  WORD_LIMIT -
  wordsOf(...TEXTS.filter((other) => other !== name).map((other) => answers[other] ?? ''))

/** Words of all answers together. */
export const wordsOfAll = (answers: Partial<Answers>): number =>
  wordsOf(...TEXTS.map((name) => answers[name] ?? ''))

/** A form nobody has written in. */
export const EMPTY = {
  why: '',
  bring: [],
  bringNote: '',
  fromWhen: null,
  need: [],
  needNote: '',
  togetherWith: '',
  conflict: false,
  conflictNote: '',
}

/** The answers of an interest, to change them or to send them again. */
export const fromInterest = (i: Interest): Answers => ({
  organisationId: i.organisation.id,
  why: i.why,
  bring: i.bring,
  bringNote: i.bringNote,
  hoursPerMonth: i.hoursPerMonth,
  fromWhen: i.fromWhen,
  need: i.need,
  needNote: i.needNote,
  together: i.together,
  togetherWith: i.togetherWith,
  conflict: i.conflict,
  conflictNote: i.conflictNote,
})
