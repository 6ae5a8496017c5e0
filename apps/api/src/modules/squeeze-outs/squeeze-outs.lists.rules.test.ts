import type { LanguageChecked } from '@howcanwe/shared/squeeze-outs'
import { describe, expect, it } from 'vitest'
import { FIRST_EN } from './lists/first.en.ts'
import { FIRST_NL } from './lists/first.nl.ts'
import { FOURTH_EN } from './lists/fourth.en.ts'
import { FOURTH_NL } from './lists/fourth.nl.ts'
import type { Labelled } from './lists/labelled.ts'
import { SECOND_EN } from './lists/second.en.ts'
import { SECOND_NL } from './lists/second.nl.ts'
import { THIRD_EN } from './lists/third.en.ts'
import { THIRD_NL } from './lists/third.nl.ts'
import { checkText } from './squeeze-outs.rules.ts'

const codesIn = (text: string, language: LanguageChecked) => [
  ...new Set(checkText(text, language).map((f) => f.code)),
]

describe('the list the rules were made with', () => {
  it.each(FIRST_EN)('reads: %s', (sentence, expected) => {
    expect(codesIn(sentence, 'en')).toEqual(expected)
  })
  it.each(FIRST_NL)('leest: %s', (sentence, expected) => {
    expect(codesIn(sentence, 'nl')).toEqual(expected)
  })
})

interface Measure {
  /** Rightly found, wrongly found, missed. */
  right: number
  wrong: number
  missed: number
}

function measured(list: readonly Labelled[], language: LanguageChecked): Measure {
  const sum: Measure = { right: 0, wrong: 0, missed: 0 }
  for (const [sentence, expected] of list) {
    const found = codesIn(sentence, language)
    for (const code of found) sum[expected.includes(code) ? 'right' : 'wrong'] += 1
    sum.missed += expected.filter((code) => !found.includes(code)).length
  }
  return sum
}

describe('lists that came after', () => {
  it.each([
    ['second, English', SECOND_EN, 'en', { right: 33, wrong: 0, missed: 0 }],
    ['second, Dutch', SECOND_NL, 'nl', { right: 24, wrong: 0, missed: 0 }],
    ['third, English', THIRD_EN, 'en', { right: 33, wrong: 0, missed: 1 }],
    ['third, Dutch', THIRD_NL, 'nl', { right: 22, wrong: 0, missed: 0 }],
  ] as const)(
    'are found again, for the rules were widened with them: %s',
    (_, list, language, expected) => {
      expect(measured(list, language)).toEqual(expected)
    },
  )

  it.each([
    ['English', FOURTH_EN, 'en', { right: 21, wrong: 0, missed: 9 }],
    ['Dutch', FOURTH_NL, 'nl', { right: 15, wrong: 0, missed: 3 }],
  ] as const)(
    'give the figures we publish, on sentences no rule was made for: %s',
    (_, list, language, expected) => {
      expect(measured(list, language)).toEqual(expected)
    },
  )
})
