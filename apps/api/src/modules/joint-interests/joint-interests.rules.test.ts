import { bandOfMajority } from '@howcanwe/shared/joint-interests'
import { INCOME_BANDS, type IncomeBand } from '@howcanwe/shared/organisations'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const size = (band: IncomeBand) => INCOME_BANDS.indexOf(band)
const bands = fc.array(fc.constantFrom(...INCOME_BANDS), { minLength: 1, maxLength: 6 })

describe('several who answer as one count in the band of most of them (§2.7)', () => {
  it.each<[string, IncomeBand[], IncomeBand]>([
    ['two micro groups', ['micro', 'micro'], 'micro'],
    ['two micro groups beside one charity of £20m', ['micro', 'major', 'micro'], 'micro'],
    ['three small ones and two large ones', ['small', 'large', 'small', 'large', 'small'], 'small'],
    ['one micro group beside two large charities', ['large', 'micro', 'large'], 'large'],
    ['two micro groups, one small, one medium', ['micro', 'micro', 'small', 'medium'], 'small'],
  ])('%s', (_, members, band) => {
    expect(bandOfMajority(members)).toBe(band)
  })

  it('nobody has no size', () => {
    expect(() => bandOfMajority([])).toThrow(RangeError)
  })
})

describe('where they are split, the larger counts (J-13)', () => {
  it.each<[string, IncomeBand[], IncomeBand]>([
    ['one micro group and one charity of £20m', ['micro', 'major'], 'major'],
    ['two micro groups and two large ones', ['micro', 'large', 'micro', 'large'], 'large'],
    ['three of three sizes', ['micro', 'small', 'medium'], 'medium'],
    ['six, two of each size', ['none', 'micro', 'small', 'small', 'micro', 'none'], 'small'],
    ['a group and a firm', ['none', 'not-a-charity'], 'not-a-charity'],
    [
      'two micro groups beside three large ones of three sizes',
      ['micro', 'micro', 'large', 'major', 'super-major'],
      'large',
    ],
    [
      'two micro groups beside two large ones of two',
      ['micro', 'micro', 'large', 'major'],
      'large',
    ],
  ])('%s', (_, members, band) => {
    expect(bandOfMajority(members)).toBe(band)
  })
})

describe('whoever is in it, nobody gains by looking small', () => {
  it('in whatever order they stand', () => {
    const shuffled = bands.chain((all) =>
      fc.tuple(
        fc.constant(all),
        fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([all, other]) => bandOfMajority(other) === bandOfMajority(all)),
    )
  })

  it('one more who is as large or larger never makes it smaller', () => {
    fc.assert(
      fc.property(bands, fc.constantFrom(...INCOME_BANDS), (all, more) => {
        const before = bandOfMajority(all)
        fc.pre(size(more) >= size(before))
        expect(size(bandOfMajority([...all, more]))).toBeGreaterThanOrEqual(size(before))
      }),
    )
  })

  it.each<IncomeBand>(['small', 'medium'])(
    'one more above %s never brings it to %s or below',
    (last) => {
      const larger = INCOME_BANDS.filter((band) => size(band) > size(last))
      fc.assert(
        fc.property(bands, fc.constantFrom(...larger), (all, more) => {
          fc.pre(size(bandOfMajority(all)) > size(last))
          expect(size(bandOfMajority([...all, more]))).toBeGreaterThan(size(last))
        }),
      )
    },
  )

  it('whom more than half share is the band, and half or more are never below it', () => {
    fc.assert(
      fc.property(bands, (all) => {
        const band = bandOfMajority(all)
        const most = all.find((one) => all.filter((b) => b === one).length * 2 > all.length)
        if (most) expect(band).toBe(most)
        expect(all.filter((b) => size(b) > size(band)).length * 2).toBeLessThan(all.length)
      }),
    )
  })
})
