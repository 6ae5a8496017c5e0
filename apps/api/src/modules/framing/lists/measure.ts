import { FRAMING_CODES, type FramingCode } from '@howcanwe/shared/framing'
import { checkFraming } from '../framing.rules.ts'
import type { Asked } from './list.ts'

/** What was rightly found, missed, and found where a careful colleague would not have. */
export interface Score {
  found: number
  missed: number
  extra: number
}

const nothing = (): Score => ({ found: 0, missed: 0, extra: 0 })
const spoken = ({ pointer, code }: { pointer: string; code: string }): string =>
  pointer === '#/body/summary' ? `summary:${code}` : code

/** What the check says of one question, as the lists write it, sorted. */
export const saidOf = ([question, , summary]: Asked): string[] =>
  checkFraming({ question, summary }).map(spoken).sort()

export const expectedOf = ([, expected]: Asked): string[] =>
  expected.split(' ').filter(Boolean).sort()

const codeOf = (word: string): string => word.replace('summary:', '')

/** Counts over a whole list, by finding and in all. */
export function measure(list: readonly Asked[]): Record<FramingCode | 'all', Score> {
  const scores = Object.fromEntries(
    [...FRAMING_CODES, 'all'].map((code) => [code, nothing()]),
  ) as Record<FramingCode | 'all', Score>
  const count = (word: string, kind: keyof Score) => {
    scores[codeOf(word) as FramingCode][kind] += 1
    scores.all[kind] += 1
  }
  for (const asked of list) {
    const [said, expected] = [saidOf(asked), expectedOf(asked)]
    for (const word of expected) count(word, said.includes(word) ? 'found' : 'missed')
    for (const word of said) if (!expected.includes(word)) count(word, 'extra')
  }
  return scores
}

const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole)

/** Of what was said, how much was right. */
export const precisionOf = ({ found, extra }: Score): number => share(found, found + extra)
/** Of what should be said, how much was. */
export const recallOf = ({ found, missed }: Score): number => share(found, found + missed)
