import * as z from 'zod/mini'

/** Languages a question can be checked in; told by its opening words where nobody says. */
export const FRAMING_LANGUAGES = ['en', 'nl'] as const
export type FramingLanguage = (typeof FRAMING_LANGUAGES)[number]

/**
 * What the check can find (CH1), each with its reasons. A reason is a key: the sentence a person reads stands in the
 * catalogue, so that a rule can be argued with in one place. It advises and never blocks.
 */
export const FRAMING_REASONS = {
  /** The answer is in the question already. */
  solution: ['tool', 'thing', 'service', 'place', 'campaign', 'named'],
  too_wide: ['everything', 'vague', 'several'],
  too_narrow: ['figure', 'date', 'detail'],
  jargon: ['jargon', 'abbreviation'],
  hard_to_read: ['reading_age', 'long_sentence'],
  /** About the books of an organisation, not about a life. */
  not_people: ['nobody', 'money', 'targets', 'process'],
  blame: ['behaviour', 'label'],
  yes_no: ['yes_no', 'why_not'],
} as const satisfies Record<string, readonly string[]>

export type FramingCode = keyof typeof FRAMING_REASONS
export type FramingReason = (typeof FRAMING_REASONS)[FramingCode][number]
export const FRAMING_CODES = Object.keys(FRAMING_REASONS) as FramingCode[]

export const FRAMING_POINTERS = ['#/body/question', '#/body/summary'] as const

export const framingFinding = z.object({
  code: z.enum(FRAMING_CODES),
  /** Why, as a key of the catalogue: one of `FRAMING_REASONS[code]`. */
  reason: z.enum(Object.values(FRAMING_REASONS).flat()),
  pointer: z.enum(FRAMING_POINTERS),
  /** The words found, as they were written; null where the whole is meant. */
  quote: z.nullable(z.string()),
  /** The whole field, rewritten; null where only a person can say it, then the catalogue offers a pattern. */
  rewrite: z.nullable(z.string()),
})
export type FramingFinding = z.output<typeof framingFinding>
