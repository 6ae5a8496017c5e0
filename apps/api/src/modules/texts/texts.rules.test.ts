import { describe, expect, it } from 'vitest'
import { codesIn, numberOf, readText } from './texts.rules.ts'

describe('what a text says, as far as a machine may say so (CD2)', () => {
  it.each([
    ['yes', 'Yes'],
    ['yes', ' YES!! '],
    ['yes', 'Ja, graag.'],
    ['yes', 'I’m coming'],
    ['no', 'No, sorry'],
    ['no', "can't come"],
    ['no', 'Nee helaas'],
    ['maybe', 'Not sure'],
    ['maybe', 'misschien'],
    ['stop', 'STOP'],
    ['start', 'Start'],
  ])('%s: "%s"', (said, text) => {
    expect(readText(text)).toBe(said)
  })

  it.each([
    'No problem, see you there',
    'Yes but I need a lift',
    'OK',
    'Stop at the chemist first?',
    'ja maar met mijn zus',
    'Who is this',
    '👍',
    '',
  ])('a person reads "%s"', (text) => {
    expect(readText(text)).toBe('words')
  })
})

it.each([
  ['MAPLE OTTER Kayleigh', 'maple-otter'],
  ['maple-otter', 'maple-otter'],
  ['hi i saw maple otter at the chemist', 'maple-otter'],
  ['maple otter 2', 'maple-otter-2'],
])('the two words of a group are found in "%s"', (text, code) => {
  expect(codesIn(text)).toContain(code)
})

it.each([
  ['447700900123', '+447700900123'],
  ['+44 7700 900123', '+447700900123'],
  ['0031612345678', '+31612345678'],
  ['07700900123', undefined],
  ['VODAFONE', undefined],
  ['60777', undefined],
  ["+44'; drop", undefined],
])('a text from %s comes from %s', (from, number) => {
  expect(numberOf(from)).toBe(number)
})
