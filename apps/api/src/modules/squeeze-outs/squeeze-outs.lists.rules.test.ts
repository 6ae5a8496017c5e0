import { describe, expect, it } from 'vitest'
import { FIRST_EN } from './lists/first.en.ts'
import { FIRST_NL } from './lists/first.nl.ts'
import { checkText } from './squeeze-outs.rules.ts'

const codes = (text: string, language: 'en' | 'nl') => [
  ...new Set(checkText(text, language).map((f) => f.code)),
]

describe('the list the rules were made with', () => {
  it.each(FIRST_EN)('reads: %s', (sentence, expected) => {
    expect(codes(sentence, 'en')).toEqual(expected)
  })
  it.each(FIRST_NL)('leest: %s', (sentence, expected) => {
    expect(codes(sentence, 'nl')).toEqual(expected)
  })
})
