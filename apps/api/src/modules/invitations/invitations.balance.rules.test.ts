import {
  nextTenth,
  reachesTenth,
  type Share,
  shortAtTenth,
  smallNeeded,
} from '@howcanwe/shared/invitations'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const of = (all: number, small: number): Share => ({ all, small })

describe('every tenth invitation is balanced (FR-05)', () => {
  it.each([
    ['nine large ones are no tenth', of(0, 0), of(9, 0), of(20, 10), undefined],
    ['ten, half of them small', of(0, 0), of(10, 5), of(20, 10), undefined],
    ['ten, one small short', of(0, 0), of(10, 4), of(20, 10), { tenth: 10, missing: 1 }],
    [
      'a third of those that fit: four of ten',
      of(0, 0),
      of(10, 3),
      of(3, 1),
      { tenth: 10, missing: 1 },
    ],
    ['exactly their share', of(0, 0), of(10, 3), of(10, 3), undefined],
    ['the tenth after nine', of(9, 4), of(1, 0), of(2, 1), { tenth: 10, missing: 1 }],
    ['the tenth after nine, a small one', of(9, 4), of(1, 1), of(2, 1), undefined],
    ['nobody small fits', of(0, 0), of(20, 0), of(30, 0), undefined],
    ['nobody fits at all', of(0, 0), of(20, 0), of(0, 0), undefined],
    [
      'only small ones fit, one large invited',
      of(9, 9),
      of(1, 0),
      of(4, 4),
      { tenth: 10, missing: 1 },
    ],
    ['two tenths at once, small ones counted first', of(5, 2), of(20, 8), of(2, 1), undefined],
    [
      'two tenths at once, short at the second',
      of(5, 2),
      of(20, 7),
      of(2, 1),
      { tenth: 20, missing: 1 },
    ],
    ['from the tenth on, the twentieth is the next', of(10, 5), of(9, 0), of(2, 1), undefined],
  ])('%s', (_, invited, batch, eligible, expected) => {
    expect(shortAtTenth(invited, batch, eligible)).toEqual(expected)
  })

  it('needs the fewest small ones that keep the share, in whole numbers', () => {
    const share = fc
      .nat({ max: 3000 })
      .chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all })))
    fc.assert(
      fc.property(share, fc.integer({ min: 1, max: 400 }), ([all, small], count) => {
        const need = smallNeeded(of(all, small), count)
        expect(need * all).toBeGreaterThanOrEqual(small * count)
        if (need > 0) expect((need - 1) * all).toBeLessThan(small * count)
      }),
    )
  })

  it('whatever passes keeps the share at every tenth, one batch after the other', () => {
    const batch = fc
      .integer({ min: 1, max: 20 })
      .chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all })))
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 12 }), fc.nat({ max: 9 }), (batches, tenths) => {
        const eligible = of(9, tenths)
        const sent: boolean[] = []
        for (const [all, small] of batches) {
          const before = of(sent.length, sent.filter(Boolean).length)
          if (shortAtTenth(before, of(all, small), eligible)) continue
          sent.push(...Array.from({ length: all }, (_, i) => i < small))
        }
        for (let tenth = 10; tenth <= sent.length; tenth += 10)
          expect(sent.slice(0, tenth).filter(Boolean).length * 9).toBeGreaterThanOrEqual(
            tenths * tenth,
          )
      }),
    )
  })

  it.each([
    [0, 9, false],
    [0, 10, true],
    [9, 1, true],
    [10, 9, false],
    [10, 10, true],
  ])('%i invited and %i more reach a tenth: %s', (invited, batch, yes) => {
    expect(reachesTenth(invited, batch)).toBe(yes)
  })

  it.each([
    [of(7, 3), of(2, 1), { tenth: 10, missing: 2, left: 3 }],
    [of(9, 2), of(2, 1), { tenth: 10, missing: 3, left: 1 }],
    [of(10, 5), of(2, 1), { tenth: 20, missing: 5, left: 10 }],
    [of(4, 4), of(4, 1), { tenth: 10, missing: 0, left: 6 }],
  ])('with %j invited of %j the next tenth says %j', (invited, eligible, expected) => {
    expect(nextTenth(invited, eligible)).toEqual(expected)
  })
})
