import { describe, expect, it } from 'vitest'
import { alike, isCopiedTooOften, sharedSentences } from './answers.copies.ts'

describe('the same sentence to many (FR-10)', () => {
  it('is the same whatever its capitals, spaces and full stops', () => {
    expect(alike('  You know\nthe people!  ')).toBe(alike('you KNOW the people.'))
    expect(alike('You know the people')).not.toBe(alike('You knew the people'))
    expect(alike('Cafe\u0301')).toBe(alike('Café'))
  })

  it('is counted once for each organisation it went to, and an empty box is no sentence', () => {
    const counts = sharedSentences([
      ['Close to people.', 'Close to people', ''],
      ['close to people', 'Could start soon'],
      ['', ' . '],
    ])
    expect([...counts]).toEqual([
      ['close to people', 2],
      ['could start soon', 1],
    ])
  })

  it.each([
    ['three who were not chosen may share one', 3, 3, false],
    ['two of four', 2, 4, false],
    ['three of four', 3, 4, true],
    ['two of five', 2, 5, false],
    ['three of five', 3, 5, true],
    ['ten of twenty', 10, 20, false],
    ['eleven of twenty', 11, 20, true],
  ])('%s', (_, count, notChosen, refused) => {
    expect(isCopiedTooOften(count, notChosen)).toBe(refused)
  })
})
