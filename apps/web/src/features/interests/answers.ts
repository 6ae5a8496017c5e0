import { expressInterest, type Interest, WORD_LIMIT, wordsOf } from '@howcanwe/shared/interests'
import type { Capacity } from '@howcanwe/shared/organisations'
import * as z from 'zod/mini'

/** What the form holds: the contract's own body. */
export type Answers = z.input<typeof expressInterest>
/** The form before somebody has chosen everything. */
export type StartedAnswers = Partial<Answers> & Pick<Answers, 'organisationId'>

const TEXTS = ['why', 'bringNote', 'needNote', 'togetherWith', 'conflictNote'] as const
export type TextName = (typeof TEXTS)[number]

/** Words left for one text: what the others leave of the 250. */
export const wordsLeftFor = (name: TextName, answers: Partial<Answers>): number =>
  WORD_LIMIT -
  wordsOf(...TEXTS.filter((other) => other !== name).map((other) => answers[other] ?? ''))

/** Words of all answers together. */
export const wordsOfAll = (answers: Partial<Answers>): number =>
  wordsOf(...TEXTS.map((name) => answers[name] ?? ''))

const EMPTY = {
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

/** A first form: what the profile says is ticked already (J-08: nothing is asked twice). */
export const fromCapacity = (
  organisationId: string,
  capacity: Capacity | undefined,
): StartedAnswers => ({
  ...EMPTY,
  organisationId,
  ...(capacity
    ? {
        bring: capacity.skills,
        bringNote: capacity.otherSkills,
        need: capacity.possibleWith,
        fromWhen: capacity.notBefore,
        ...(capacity.spareHoursPerMonth ? { hoursPerMonth: capacity.spareHoursPerMonth } : {}),
      }
    : {}),
})

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

export interface DraftOf {
  answers: Record<string, unknown>
  seconds: number
}

const kept = z.object({ answers: z.record(z.string(), z.unknown()), seconds: z.number() })

/** What a device kept, as far as it is still answers: every part is looked at by itself, and a bad one is dropped. */
export function fromDraft(value: unknown): { answers: Partial<Answers>; seconds: number } | null {
  const read = z.safeParse(kept, value)
  if (!read.success) return null
  const { shape } = expressInterest
  const answers = Object.fromEntries(
    Object.entries(read.data.answers).filter(([name, part]) => {
      if ((TEXTS as readonly string[]).includes(name)) return typeof part === 'string'
      const schema = shape[name as keyof typeof shape]
      return schema !== undefined && z.safeParse(schema, part).success
    }),
  )
  return { answers, seconds: Math.max(0, Math.round(read.data.seconds)) }
}
