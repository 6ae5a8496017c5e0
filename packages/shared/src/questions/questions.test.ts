import { expect, it } from 'vitest'
import { wayToReach } from './index.ts'

it.each([
  ['Please mail me at dele@elmside-youth.example', 'dele@elmside-youth.example'],
  ['Ring me on 020 7946 0123, any time', '020 7946 0123'],
  ['Bel me op 06-12345678 als het kan', '06-12345678'],
  ['My number is +44 (20) 7946 0123.', '+44 (20) 7946 0123'],
])('somebody who writes “%s” is told that it says who they are', (words, found) => {
  expect(wayToReach(words)).toBe(found)
})

it.each([
  'Can the £300,000 be spent between 01/04/2027 and 31/12/2027?',
  'Does “up to £1 000 000 000” include VAT at 20%?',
  'Is a group of 12 people @ 10 hours each enough?',
  'Telt bijlage 2.3.1 mee, of alleen artikel 12 van 2026?',
  'Must all 44 questions be answered in 500-2,000 words each?',
  'We serve postcode SE15 0AA and 0.5 miles around. Is that near enough?',
])('figures and dates are no way to reach anybody: “%s”', (words) => {
  expect(wayToReach(words)).toBeUndefined()
})

it('a very long word is looked through in no time', () => {
  expect(wayToReach('a.'.repeat(1000))).toBeUndefined()
  expect(wayToReach('01 x'.repeat(1000))).toBeUndefined()
})
