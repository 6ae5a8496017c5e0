import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FRAMING_CODES } from '@howcanwe/shared/framing'
import { describe, expect, it } from 'vitest'
import { FIRST_EN } from './lists/first.en.ts'
import { FIRST_NL } from './lists/first.nl.ts'
import { FOURTH_EN } from './lists/fourth.en.ts'
import { FOURTH_NL } from './lists/fourth.nl.ts'
import { measure, precisionOf, recallOf, type Score } from './lists/measure.ts'
import { SECOND_EN } from './lists/second.en.ts'
import { SECOND_NL } from './lists/second.nl.ts'
import { THIRD_EN } from './lists/third.en.ts'
import { THIRD_NL } from './lists/third.nl.ts'

/** Without the padding of its tables. */
const docs = readFileSync(
  join(import.meta.dirname, '../../../../../docs/framing-check.md'),
  'utf8',
).replace(/ +/g, ' ')
const fresh = { English: measure(FOURTH_EN), Dutch: measure(FOURTH_NL) }

const shown = (score: Score): string => {
  const { found, missed, extra } = score
  const share = (part: number, of: number) => (of === 0 ? '–' : part.toFixed(2))
  const precision = share(precisionOf(score), found + extra)
  return `${found} · ${missed} · ${extra} | ${precision} | ${share(recallOf(score), found + missed)}`
}

describe('how good the check is on questions it was never tuned on (CH1)', () => {
  it.each(Object.entries(fresh))(
    'in %s is printed in docs/framing-check.md as it is',
    (name, scores) => {
      for (const code of [...FRAMING_CODES, 'all'] as const)
        expect(docs).toContain(`| ${name} | ${code} | ${shown(scores[code])} |`)
    },
  )

  it('is seldom wrong, and sees an answer in the question more often than not', () => {
    for (const scores of Object.values(fresh)) {
      expect(precisionOf(scores.all)).toBeGreaterThanOrEqual(0.9)
      expect(precisionOf(scores.solution)).toBe(1)
      expect(recallOf(scores.solution)).toBeGreaterThanOrEqual(0.8)
      expect(recallOf(scores.all)).toBeGreaterThanOrEqual(0.5)
    }
  })

  it('does not get worse on the lists it has learned from', () => {
    for (const list of [SECOND_EN, SECOND_NL, THIRD_EN, THIRD_NL]) {
      const { all } = measure(list)
      expect(precisionOf(all)).toBeGreaterThanOrEqual(0.95)
      expect(recallOf(all)).toBeGreaterThanOrEqual(0.82)
    }
  })

  it('is measured on at least forty questions a language, none of them on two lists', () => {
    for (const lists of [
      [FIRST_EN, SECOND_EN, THIRD_EN, FOURTH_EN],
      [FIRST_NL, SECOND_NL, THIRD_NL, FOURTH_NL],
    ]) {
      for (const list of lists) expect(list.length).toBeGreaterThanOrEqual(40)
      const questions = lists.flat().map(([question]) => question)
      expect(new Set(questions).size).toBe(questions.length)
    }
  })
})
