import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fairnessOf, shownCounts } from './recruitment.shown.rules.ts'

describe('counts that are shown (k = 5)', () => {
  it.each([
    ['all large', [12, 7, 5], [12, 7, 5]],
    ['one small: the next smallest goes with it', [12, 7, 3], [12, null, null]],
    ['two small that make five', [12, 3, 2], [12, null, null]],
    ['two small that do not make five', [12, 7, 2, 1], [12, null, null, null]],
    ['nought stays', [12, 0, 7], [12, 0, 7]],
    ['only one group', [3, 0], [null, 0]],
  ])('%s', (_, counts, shown) => {
    expect(shownCounts(counts)).toEqual(shown)
  })

  it('never leave one hidden number that the total gives away', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(20), { minLength: 2, maxLength: 8 }), (counts) => {
        const shown = shownCounts(counts)
        const hidden = counts.filter((_, at) => shown[at] === null)
        const others = counts.filter((n, at) => shown[at] !== null && n > 0)
        expect(shown.every((n) => n === null || n === 0 || n >= 5)).toBe(true)
        if (hidden.length > 0 && others.length > 0) {
          expect(hidden.length).toBeGreaterThan(1)
          expect(hidden.reduce((a, b) => a + b, 0)).toBeGreaterThanOrEqual(5)
        }
      }),
    )
  })
})

describe('lottery fairness (M29)', () => {
  it.each([
    ['the same chance for all', 300, 300, 100],
    ['three fifths', 300, 500, 60],
    ['one sheet apart is not the same', 999, 1000, 99],
    ['somebody stands on no sheet', 0, 500, 0],
    ['nobody put a name in', null, null, null],
    ['nobody stands on any sheet', 0, 0, null],
  ])('%s', (_, lowest, highest, fairness) => {
    expect(fairnessOf(lowest, highest)).toBe(fairness)
  })
})
