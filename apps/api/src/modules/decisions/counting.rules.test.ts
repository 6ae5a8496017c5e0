import {
  type BlocCount,
  experiencedRung,
  holdNeeds,
  influenceOf,
  isEven,
  parityOf,
  publicCounts,
  publishedResultOf,
  quorumOf,
  reasonRateOf,
  resultOf,
  supportOf,
} from '@howcanwe/shared/decisions'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const bloc = (name: BlocCount['bloc'], members: number, yes: number, no: number, aside = 0) => ({
  ...{ bloc: name, members, yes, no, aside },
})
const group = (
  r: [number, number, number],
  o: [number, number, number],
  p: [number, number, number],
) => [bloc('residents', ...r), bloc('organisations', ...o), bloc('public-bodies', ...p)]

describe('three voices weigh a third each (T2)', () => {
  const t2 = group([8, 6, 2], [4, 2, 2], [12, 12, 0])
  it('20 of 24 heads say yes, support is three quarters, and there is no consent', () => {
    expect(supportOf(t2)).toEqual({ num: 3, den: 4 })
    expect(resultOf('ordinary', t2, 0)).toBe('not-consented')
  })
  it('with organisations three to one it is consent, support five sixths', () => {
    const three = group([8, 6, 2], [4, 3, 1], [12, 12, 0])
    expect(supportOf(three)).toEqual({ num: 5, den: 6 })
    expect(resultOf('ordinary', three, 0)).toBe('consented')
    expect(resultOf('ordinary', three, 1)).toBe('not-consented')
  })
  it('the officers of J-20 do not carry it: 12 of 12, 2 of 4, 3 of 8', () => {
    expect(resultOf('ordinary', group([8, 3, 5], [4, 2, 2], [12, 12, 0]), 0)).toBe('not-consented')
  })
})

describe('quorum (T11)', () => {
  it.each([
    [1, 1],
    [2, 1],
    [3, 2],
    [6, 2],
    [40, 2],
  ])('of %d people it is %d', (members, quorum) => expect(quorumOf(members)).toBe(quorum))
  it('one of six residents answers: no result, whatever the others say', () => {
    fc.assert(
      fc.property(fc.nat(12), fc.nat(12), fc.nat(3), (yes, no, objections) => {
        const counts = group([6, 1, 0], [12, yes, no], [12, no, yes])
        expect(resultOf('ordinary', counts, objections)).toBe('no-quorum')
      }),
    )
  })
  it('two of six who stand aside are no quorum, nor is an empty voice', () => {
    expect(resultOf('ordinary', group([6, 0, 0], [4, 4, 0], [4, 4, 0]), 0)).toBe('no-quorum')
    expect(resultOf('ordinary', group([6, 6, 0], [0, 0, 0], [4, 4, 0]), 0)).toBe('no-quorum')
  })
  it('what is the residents’ alone is answered by them alone', () => {
    expect(resultOf('stories', group([6, 4, 1], [4, 0, 4], [0, 0, 0]), 0)).toBe('consented')
    expect(resultOf('stories', group([6, 1, 4], [4, 4, 0], [4, 4, 0]), 0)).toBe('not-consented')
  })
})

const count = fc.record({ yes: fc.nat(200), no: fc.nat(200), aside: fc.nat(50) })
const counts = fc.tuple(count, count, count).map((three) =>
  (['residents', 'organisations', 'public-bodies'] as const).map((name, i) => {
    const { yes, no, aside } = three[i] ?? { yes: 0, no: 0, aside: 0 }
    return bloc(name, yes + no + aside, yes, no, aside)
  }),
)

describe('whatever is said', () => {
  it('more heads of one voice never outweigh another: a voice of hundreds moves support by a third at most', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const [r, o] = all
        if (!r || !o || r.yes + r.no === 0 || o.yes + o.no === 0) return
        const [none, every] = [
          bloc('public-bodies', 300, 0, 300),
          bloc('public-bodies', 300, 300, 0),
        ]
        const [low, high] = [supportOf([r, o, none]), supportOf([r, o, every])]
        expect((high?.num ?? 0) / (high?.den ?? 1) - (low?.num ?? 0) / (low?.den ?? 1)).toBeCloseTo(
          1 / 3,
        )
      }),
    )
  })
  it('standing aside changes neither support nor result', () => {
    fc.assert(
      fc.property(counts, fc.nat(50), (all, more) => {
        const others = all.map((c) => ({ ...c, aside: c.aside + more }))
        expect(supportOf(others)).toEqual(supportOf(all))
        expect(resultOf('ordinary', others, 0)).toBe(resultOf('ordinary', all, 0))
      }),
    )
  })
  it('what is consented is lived with by more than half in every voice, and another yes never undoes it', () => {
    fc.assert(
      fc.property(counts, (all) => {
        if (resultOf('ordinary', all, 0) !== 'consented') return
        expect(all.every(({ yes, no }) => yes > no)).toBe(true)
        const more = all.map((c) => ({ ...c, yes: c.yes + 1, members: c.members + 1 }))
        expect(resultOf('ordinary', more, 0)).toBe('consented')
      }),
    )
  })
})

describe('small numbers (T-13)', () => {
  it('four organisations show only on which side they came out, and no support beside them', () => {
    const shown = publicCounts('ordinary', group([8, 6, 2], [4, 3, 1], [12, 9, 3]))
    expect(shown.blocs).toEqual([
      { bloc: 'residents', members: 8, shown: 'figures', yes: 6, no: 2, aside: 0 },
      { bloc: 'organisations', members: 4, shown: 'side', moreThanHalf: true },
      { bloc: 'public-bodies', members: 12, shown: 'figures', yes: 9, no: 3, aside: 0 },
    ])
    expect(shown.support).toBeNull()
  })
  it('nor do twelve who all said the same', () => {
    const [, , officers] = publicCounts('ordinary', group([8, 6, 2], [6, 4, 2], [12, 12, 0])).blocs
    expect(officers).toEqual({
      bloc: 'public-bodies',
      members: 12,
      shown: 'side',
      moreThanHalf: true,
    })
  })
  it('too few answers say nothing of the side either', () => {
    const [residents] = publicCounts('ordinary', group([6, 1, 0], [6, 4, 2], [6, 4, 2])).blocs
    expect(residents).toEqual({ bloc: 'residents', members: 6, shown: 'side', moreThanHalf: null })
  })
  it('nobody works a hidden voice out from the rest: two groups that differ there alone read the same', () => {
    fc.assert(
      fc.property(counts, fc.nat(4), fc.nat(4), (all, yes, no) => {
        const [r, , p] = all
        if (!r || !p) return
        const hidden = { ...bloc('organisations', 4, yes, Math.min(no, 4 - yes)) }
        const other = {
          ...hidden,
          yes: hidden.yes > hidden.no ? 4 : 2,
          no: hidden.yes > hidden.no ? 0 : 2,
        }
        if (hidden.yes + hidden.no < 2) return
        const asRead = (o: BlocCount) => JSON.stringify(publicCounts('ordinary', [r, o, p]))
        expect(asRead(other)).toBe(asRead(hidden))
      }),
    )
  })
  it('from what is published the result can always be checked, with objections and without', () => {
    fc.assert(
      fc.property(counts, fc.nat(3), (all, objections) => {
        const { blocs } = publicCounts('ordinary', all)
        const sides = blocs.map((b) => (b.shown === 'figures' ? b.yes > b.no : b.moreThanHalf))
        const again = sides.includes(null)
          ? 'no-quorum'
          : sides.every(Boolean) && objections === 0
            ? 'consented'
            : 'not-consented'
        expect(again).toBe(resultOf('ordinary', all, objections))
        expect(publishedResultOf('ordinary', blocs, objections)).toBe(again)
      }),
    )
  })
})

it.each([
  [1, 1],
  [5, 1],
  [6, 2],
  [8, 2],
  [60, 2],
])('of %d residents, %d stop the clock', (residents, needed) =>
  expect(holdNeeds(residents)).toBe(needed),
)

it('a body that overrides twice is shown to ask for advice', () => {
  expect(experiencedRung('co-production', 1)).toBe('co-production')
  expect(experiencedRung('co-production', 2)).toBe('engagement')
  expect(experiencedRung('co-design', 5)).toBe('co-design')
})

describe('influence (M19–M21, T5)', () => {
  const times = (n: number, origin: BlocCount['bloc'], became: 'adopted' | 'adapted' | 'not') =>
    Array.from({ length: n }, () => ({ origin, became, reasoned: became !== 'not' }))
  const closed = [
    ...times(4, 'residents', 'adopted'),
    ...times(4, 'residents', 'adapted'),
    ...times(2, 'residents', 'not'),
    ...times(8, 'public-bodies', 'adopted'),
    ...times(2, 'public-bodies', 'adapted'),
    ...times(2, 'public-bodies', 'not'),
  ]
  it('residents 0.6, public bodies 0.75, parity 0.8: within', () => {
    const of = (origin: string) => influenceOf(closed.filter((c) => c.origin === origin))
    expect([of('residents'), of('public-bodies')]).toEqual([
      { num: 3, den: 5 },
      { num: 3, den: 4 },
    ])
    expect(parityOf(closed)).toEqual({ num: 4, den: 5 })
    expect(isEven({ num: 4, den: 5 })).toBe(true)
    expect(isEven({ num: 79, den: 100 })).toBe(false)
    expect(reasonRateOf(closed)).toEqual({ num: 9, den: 11 })
  })
  it('says nothing where nothing is closed', () => {
    expect([influenceOf([]), parityOf([]), reasonRateOf([])]).toEqual([
      undefined,
      undefined,
      undefined,
    ])
  })
})
