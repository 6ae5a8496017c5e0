import { type Bloc, LADDER, type Rung } from '@howcanwe/shared/codesign'
import type { Closed } from '@howcanwe/shared/decisions'
import type { Mark } from '@howcanwe/shared/suggestions'
import { describe, expect, it } from 'vitest'
import {
  closedAmong,
  countsOf,
  experiencedOf,
  isLate,
  medianRung,
  needsNudge,
  publicMarks,
  rungShown,
  satisfiedOf,
  tableOf,
} from './suggestions.rules.ts'

const DAY = 86_400_000
const now = new Date('2027-03-10T12:00:00Z')
const at = (days: number) => new Date(now.getTime() + days * DAY)
const some = <T>(count: number, what: T): T[] => Array.from({ length: count }, () => what)
const closed = (origin: Bloc, adopted: number, adapted: number, not: number): Closed[] => [
  ...some(adopted, { origin, became: 'adopted', reasoned: true } as const),
  ...some(adapted, { origin, became: 'adapted', reasoned: true } as const),
  ...some(not, { origin, became: 'not', reasoned: true } as const),
]

describe('influence per voice (T5, M19, M20)', () => {
  it.each([
    [
      'T5: 0.6 and 0.75, parity 0.8: even',
      [10, 4, 4, 2],
      [12, 8, 2, 2],
      [3, 5],
      [3, 4],
      [4, 5],
      true,
    ],
    [
      'one less adopted: out of the band',
      [10, 3, 5, 2],
      [12, 8, 2, 2],
      [11, 20],
      [3, 4],
      [11, 15],
      false,
    ],
    ['five quarters: still even', [8, 5, 0, 3], [8, 4, 0, 4], [5, 8], [1, 2], [5, 4], true],
    ['more than five quarters: not', [8, 6, 0, 2], [8, 4, 0, 4], [3, 4], [1, 2], [3, 2], false],
  ] as const)('%s', (_, r, p, ours, theirs, parity, even) => {
    const table = tableOf([
      ...closed('residents', r[1], r[2], r[3]),
      ...closed('public-bodies', p[1], p[2], p[3]),
    ])
    expect(table.voices).toEqual([
      {
        bloc: 'residents',
        closed: r[0],
        whole: r[1],
        half: r[2],
        share: { num: ours[0], den: ours[1] },
      },
      { bloc: 'organisations', closed: 0, whole: 0, half: 0, share: null },
      {
        bloc: 'public-bodies',
        closed: p[0],
        whole: p[1],
        half: p[2],
        share: { num: theirs[0], den: theirs[1] },
      },
    ])
    expect(table).toMatchObject({ parity: { num: parity[0], den: parity[1] }, even })
  })
  it('is not compared where the public bodies had nothing of theirs taken up', () => {
    const table = tableOf([...closed('residents', 2, 0, 0), ...closed('public-bodies', 0, 0, 3)])
    expect(table).toMatchObject({ parity: null, even: null })
  })
  it('suggestions count as done, half done or not once they are closed', () => {
    const states = ['said', 'acknowledged', 'doing', 'done', 'partly', 'not-doing'] as const
    const rows = states.map((state) => ({ state, bloc: 'residents' as const, reasoned: true }))
    expect(closedAmong(rows).map(({ became }) => became)).toEqual(['adopted', 'adapted', 'not'])
  })
})

describe('clocks', () => {
  const row = { acknowledgeBy: at(-5), answerBy: at(1), doneBy: at(-1) }
  it.each([
    ['said', true],
    ['acknowledged', false],
    ['doing', true],
    ['done', false],
    ['partly', false],
    ['not-doing', false],
  ] as const)('%s: late is %s', (state, late) => {
    expect(isLate({ ...row, state }, now)).toBe(late)
  })
  it('are counted by state, as J-21 tells them', () => {
    const of = (state: 'done' | 'partly' | 'not-doing' | 'doing', n: number) =>
      some(n, { ...row, state, doneBy: at(9) })
    const rows = [...of('done', 5), ...of('partly', 3), ...of('not-doing', 2), ...of('doing', 1)]
    expect(countsOf(rows, now)).toEqual({
      ...{ all: 11, open: 0, doing: 1, done: 5, partly: 3, 'not-doing': 2, late: 0 },
    })
  })
})

describe('marks that give nobody away (k = 5, T-13)', () => {
  const marks = (satisfied: number, not: number, unsure = 0): Mark[] => [
    ...some(satisfied, 'satisfied' as const),
    ...some(not, 'not' as const),
    ...some(unsure, 'unsure' as const),
  ]
  it.each([
    ['four of them: nothing', marks(2, 2), { shown: 'few' }],
    ['nobody: nothing', [], { shown: 'few' }],
    [
      'five who differ: figures',
      marks(3, 2),
      { shown: 'figures', satisfied: 3, not: 2, unsure: 0 },
    ],
    ['all alike: only what most marked', marks(6, 0), { shown: 'most', mark: 'satisfied' }],
    ['all but one: looks the same', marks(5, 1), { shown: 'most', mark: 'satisfied' }],
    ['all but one the other way', marks(1, 0, 7), { shown: 'most', mark: 'unsure' }],
  ])('%s', (_, given, shown) => {
    expect(publicMarks(given)).toEqual(shown)
  })
  it('whoever changes one mark in a hidden row changes nothing anybody reads', () => {
    for (let n = 0; n < 5; n++)
      for (let satisfied = 0; satisfied <= n; satisfied++)
        expect(publicMarks(marks(satisfied, n - satisfied))).toEqual({ shown: 'few' })
    for (let n = 5; n < 12; n++)
      expect(publicMarks(marks(n, 0))).toEqual(publicMarks(marks(n - 1, 1)))
  })
  it('M22 counts suggestions most were satisfied with, of those five or more marked', () => {
    const shown = [marks(6, 0), marks(3, 2), marks(2, 3), marks(2, 2)].map(publicMarks)
    expect(satisfiedOf(shown)).toEqual({ part: 2, of: 3, share: { num: 2, den: 3 } })
    expect(satisfiedOf([{ shown: 'few' }])).toEqual({ part: 0, of: 0, share: null })
  })
})

describe('the ladder and the promise gap (M24)', () => {
  const rated = (bloc: Bloc, ...rungs: Rung[]) => rungs.map((rung) => ({ bloc, rung }))
  const residents = rated(
    'residents',
    'informing',
    'consultation',
    'consultation',
    'engagement',
    'co-design',
  )
  it('the middle one, and of two in the middle the lower', () => {
    expect(medianRung(['engagement', 'coercion', 'co-design'])).toBe('engagement')
    expect(medianRung(['informing', 'co-production'])).toBe('informing')
    expect(medianRung([])).toBeUndefined()
  })
  it('a voice of fewer than five is left out, and with one voice left there is no line of all', () => {
    const table = experiencedOf('co-design', [...residents, ...rated('public-bodies', 'co-design')])
    expect(table).toEqual([
      { bloc: 'residents', median: 'consultation', gap: 2, people: 5 },
      { bloc: 'organisations', median: null, gap: null, people: null },
      { bloc: 'public-bodies', median: null, gap: null, people: null },
    ])
  })
  it('the line of all holds only the voices that are shown, so that no difference tells of a small one', () => {
    const others = rated('public-bodies', ...some(5, 'co-production' as const))
    const without = experiencedOf('co-design', [...residents, ...others])
    for (const rung of LADDER) {
      const small = rated('organisations', ...some(4, rung))
      expect(experiencedOf('co-design', [...residents, ...others, ...small])).toEqual(without)
    }
    expect(without[0]).toMatchObject({ bloc: null, people: 10 })
  })
  it('told that it decides and overridden twice: the page shows what was lived (§4.2)', () => {
    const lived = experiencedOf('co-production', residents)
    expect(rungShown('co-production', 1, lived)).toBe('co-production')
    expect(rungShown('co-production', 2, lived)).toBe('consultation')
    expect(rungShown('co-production', 2, null)).toBe('engagement')
    expect(rungShown('co-design', 3, lived)).toBe('co-design')
  })
})

it.each([
  [[], false],
  [[0], false],
  [[2, 0], false],
  [[3, 0, 0], true],
  [[0, 0, 1], false],
] as const)('sessions that led to %j things: a nudge is %s (CD9)', (counts, nudge) => {
  expect(needsNudge(counts)).toBe(nudge)
})
