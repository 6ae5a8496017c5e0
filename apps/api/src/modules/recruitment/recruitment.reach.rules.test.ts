import { isReached, shownParity } from '@howcanwe/shared/recruitment'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { leastReached, type Reached, shownReach } from './recruitment.reach.rules.ts'
import { shownCounts } from './recruitment.shown.rules.ts'

const area = (feature: string, inGroup: number | null, affected: number | null): Reached => ({
  ...{ category: 'Where do you live?', feature, inGroup, affected },
})

describe('reach parity (M27)', () => {
  it('is the lowest share in the group out of the share among those affected', () => {
    const areas = [area('Elmside', 3, 50), area('Northgate', 9, 50), area('elsewhere', 0, null)]
    expect(leastReached(areas, 12)).toEqual({
      ...{ category: 'Where do you live?', feature: 'Elmside', inGroup: 3, of: 12, affected: 50 },
      parity: { num: 300, den: 600 },
    })
  })

  it.each([
    ['four people', [area('Elmside', 3, 50)], 4],
    ['nobody knows who is affected', [area('Elmside', 3, null)], 12],
    ['none of those affected are like this', [area('Elmside', 3, 0)], 12],
    ['its number is hidden', [area('Elmside', null, 50)], 12],
  ])('is not said: %s', (_, areas, of) => {
    expect(leastReached(areas, of)).toBeNull()
  })

  it.each([
    ['four fifths are enough', 8, 20, 50, true, 0.8],
    ['a hair less is not, nor is it read so', 7, 20, 44, false, 0.79],
    ['nobody of them', 0, 20, 10, false, 0],
    ['more than their share', 15, 20, 30, true, 2.5],
  ])('%s', (_, inGroup, of, affected, enough, shown) => {
    const least = leastReached([area('Elmside', inGroup, affected)], of)
    expect(least && [isReached(least), shownParity(least)]).toEqual([enough, shown])
  })
})

describe('reach as anybody reads it (M27, k = 5)', () => {
  it.each([
    ['all shown', [area('Elmside', 6, 60), area('Northgate', 6, 40)], 12, 'Elmside', 0],
    ['two hidden', [area('A', null, 60), area('B', null, 20), area('C', 9, 20)], 15, 'C', 2],
    ['nobody of them came up', [area('Elmside', 0, 40), area('Northgate', 9, 60)], 9, 'Elmside', 0],
    ['all hidden', [area('Elmside', null, 60), area('Northgate', null, 40)], 7, undefined, 2],
    ['fewer than five people', [area('Elmside', 2, 60), area('Northgate', 2, 40)], 4, undefined, 2],
    ['one unknown share is not hidden', [area('A', 6, 60), area('B', null, null)], 12, 'A', 0],
  ])('%s', (_, areas, of, least, hidden) => {
    const shown = shownReach(areas, of)
    expect({ least: shown?.least?.feature, hidden: shown?.hidden }).toEqual({ least, hidden })
  })

  it('is not there where nobody said who is affected', () => {
    expect(shownReach([area('Elmside', 6, null)], 12)).toBeNull()
  })

  it('never counts one to four people, and does not move with them', () => {
    const counts = fc.array(fc.nat(20), { minLength: 2, maxLength: 8 })
    const read = (all: readonly number[]) => {
      const shown = shownCounts(all).map((count, at) => area(`answer ${at}`, count, 10))
      return shownReach(shown, 60)?.least ?? null
    }
    fc.assert(
      fc.property(counts, (all) => {
        const least = read(all)
        expect(least === null || least.inGroup === 0 || least.inGroup >= 5).toBe(true)
        const other = all.map((count) => (count > 0 && count < 5 ? 5 - count : count))
        if (shownCounts(other).every((count, at) => count === shownCounts(all)[at]))
          expect(read(other)).toEqual(least)
      }),
    )
  })
})
