import {
  nextTenth,
  type Share,
  shortAtTenth,
  smallNeeded,
  waysOut,
} from '@howcanwe/shared/invitations'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const of = (all: number, small: number): Share => ({ all, small })
const short = (tenth: number, missing: number) => ({ kind: 'short', tenth, missing })
const lost = (tenth: number, missing: number) => ({ kind: 'lost', tenth, missing })
/** Batches of one to twenty, with the small ones among them. */
const batch = fc
  .integer({ min: 1, max: 20 })
  .chain((all) => fc.tuple(fc.constant(all), fc.nat({ max: all })))
/** A hundred fit, so many of them small. */
const hundred = fc.nat({ max: 100 }).map((small) => of(100, small))
const after = (before: Share, [all, small]: readonly [number, number]): Share =>
  of(before.all + all, before.small + small)

describe('every tenth invitation is balanced (FR-05)', () => {
  it.each([
    ['ten, half of them small', of(0, 0), of(10, 5), of(20, 10), undefined],
    ['ten, one small short', of(0, 0), of(10, 4), of(20, 10), short(10, 1)],
    ['a third of those that fit: four of ten', of(0, 0), of(10, 3), of(3, 1), short(10, 1)],
    ['exactly their share', of(0, 0), of(10, 3), of(10, 3), undefined],
    ['the tenth after nine', of(9, 4), of(1, 0), of(2, 1), short(10, 1)],
    ['the tenth after nine, a small one', of(9, 4), of(1, 1), of(2, 1), undefined],
    ['nobody small fits', of(0, 0), of(20, 0), of(30, 0), undefined],
    ['nobody fits at all', of(0, 0), of(20, 0), of(0, 0), undefined],
    ['only small ones fit, one large invited', of(9, 9), of(1, 0), of(4, 4), short(10, 1)],
    ['two tenths at once, small ones counted first', of(5, 2), of(20, 8), of(2, 1), undefined],
    ['two tenths at once, short at the second', of(5, 2), of(20, 7), of(2, 1), short(20, 1)],
    ['from the tenth on, the twentieth is next', of(10, 5), of(9, 4), of(20, 10), undefined],
  ])('%s', (_, invited, sent, eligible, expected) => {
    expect(shortAtTenth(invited, sent, eligible)).toEqual(expected)
  })

  it.each([
    ['five large ones leave room for five small', of(0, 0), of(5, 0), of(20, 10), undefined],
    ['a sixth takes the room of one', of(0, 0), of(6, 0), of(20, 10), lost(10, 1)],
    ['nine take the room of four', of(0, 0), of(9, 0), of(20, 10), lost(10, 4)],
    ['one after the other comes to the same', of(5, 0), of(1, 0), of(20, 10), lost(10, 1)],
    ['with small ones beside it too', of(5, 0), of(3, 2), of(20, 10), lost(10, 1)],
    ['past the tenth, before the twentieth', of(9, 4), of(7, 1), of(20, 10), lost(20, 1)],
    ['past the tenth, with room left', of(9, 4), of(6, 1), of(20, 10), undefined],
    ['two small fit: no room is kept for a third', of(0, 0), of(7, 0), of(4, 2), undefined],
    ['two small fit: room is kept for both', of(0, 0), of(9, 0), of(4, 2), lost(10, 1)],
  ])('before a tenth there is room for the small: %s', (_, invited, sent, eligible, expected) => {
    expect(shortAtTenth(invited, sent, eligible)).toEqual(expected)
  })

  it.each([
    ['small ones always go', of(9, 0), of(4, 4), undefined],
    ['another large one does not', of(9, 0), of(1, 0), short(10, 5)],
    ['a large one goes after a small tenth', of(9, 0), of(2, 1), undefined],
    ['but not two: the twentieth counts again', of(9, 0), of(3, 1), lost(20, 1)],
  ])('where the tenth was lost long ago: %s', (_, invited, sent, expected) => {
    expect(shortAtTenth(invited, sent, of(20, 10))).toEqual(expected)
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

  it('whatever passes keeps the share at every tenth, and small ones alone bring every next tenth', () => {
    fc.assert(
      fc.property(fc.array(batch, { maxLength: 9 }), hundred, (batches, eligible) => {
        const sent: boolean[] = []
        const soFar = () => of(sent.length, sent.filter(Boolean).length)
        for (const [all, small] of batches) {
          if (sent.length + all > 90) break
          if (shortAtTenth(soFar(), of(all, small), eligible)) continue
          sent.push(...Array.from({ length: all }, (_, i) => i < small))
          const left = 10 - (sent.length % 10)
          expect(soFar().small + left).toBeGreaterThanOrEqual(
            smallNeeded(eligible, sent.length + left),
          )
        }
        for (let tenth = 10; tenth <= sent.length; tenth += 10)
          expect(sent.slice(0, tenth).filter(Boolean).length).toBeGreaterThanOrEqual(
            smallNeeded(eligible, tenth),
          )
      }),
    )
  })

  it('wherever a place stands, however it came there, a next small one may be sent', () => {
    const fits = batch.map(([all, small]) => of(all, small))
    fc.assert(
      fc.property(fc.array(batch), fits, fc.integer({ min: 1, max: 20 }), (before, eligible, n) => {
        const invited = before.reduce(after, of(0, 0))
        expect(shortAtTenth(invited, of(n, n), eligible)).toBeUndefined()
      }),
    )
  })

  it('what a broker is told to choose instead may go, and nothing less does', () => {
    fc.assert(
      fc.property(
        fc.array(batch, { maxLength: 6 }),
        batch,
        hundred,
        (before, [all, small], fit) => {
          const invited = before.reduce(after, of(0, 0))
          fc.pre(shortAtTenth(invited, of(all, small), fit) !== undefined)
          const { fewer, more } = waysOut(invited, of(all, small), fit)
          const goes = (n: number, s: number) => !shortAtTenth(invited, of(n, s), fit)
          expect([goes(all - fewer, small), goes(all - fewer + 1, small)]).toEqual([true, false])
          if (more === undefined) return
          expect(all + more).toBeLessThanOrEqual(20)
          expect(goes(all + more, small + more)).toBe(true)
          expect(goes(all + more - 1, small + more - 1)).toBe(false)
        },
      ),
    )
  })

  it.each([
    [of(0, 0), of(6, 0), { fewer: 1, more: 5 }],
    [of(9, 4), of(1, 0), { fewer: 1, more: 1 }],
    [of(9, 0), of(1, 0), { fewer: 1, more: 1 }],
    [of(0, 0), of(20, 0), { fewer: 15, more: undefined }],
  ])('with %j invited, the ways out for %j are %j', (invited, sent, expected) => {
    expect(waysOut(invited, sent, of(20, 10))).toEqual(expected)
  })

  it.each([
    [of(7, 3), of(2, 1), { tenth: 10, missing: 2, left: 3, onlySmall: false }],
    [of(9, 2), of(20, 10), { tenth: 10, missing: 1, left: 1, onlySmall: true }],
    [of(5, 0), of(20, 10), { tenth: 10, missing: 5, left: 5, onlySmall: true }],
    [of(10, 5), of(20, 10), { tenth: 20, missing: 5, left: 10, onlySmall: false }],
    [of(4, 4), of(4, 1), { tenth: 10, missing: 0, left: 6, onlySmall: false }],
  ])('with %j invited of %j the next tenth says %j', (invited, eligible, expected) => {
    expect(nextTenth(invited, eligible)).toEqual(expected)
  })
})
