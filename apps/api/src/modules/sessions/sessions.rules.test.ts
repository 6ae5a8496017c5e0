import { NEED_STATES } from '@howcanwe/shared/sessions'
import { describe, expect, it } from 'vitest'
import {
  type FeltRow,
  isTalkingShop,
  KEPT,
  placeFor,
  shownFelt,
  thirdOf,
} from './sessions.rules.ts'

const row = (bloc: FeltRow['bloc'], people: number, heard = 4): FeltRow => ({
  bloc,
  people,
  heard: people * heard,
  changed: people * 2,
})

describe('what the group is shown of how it felt', () => {
  it.each([
    ['five residents', [row('residents', 5)], 5, [5, 0, 0]],
    ['four residents', [row('residents', 4)], 0, [0, 0, 0]],
    [
      'five and one who would stand alone',
      [row('residents', 5), row('public-bodies', 1)],
      0,
      [5, 0, 0],
    ],
    [
      'three and three: together, not apart',
      [row('residents', 3), row('organisations', 3)],
      6,
      [0, 0, 0],
    ],
    [
      'five, three and two',
      [row('residents', 5), row('organisations', 3), row('public-bodies', 2)],
      10,
      [5, 0, 0],
    ],
  ])('%s', (_, rows, all, blocs) => {
    const shown = shownFelt(rows)
    expect(shown.all?.people ?? 0).toBe(all)
    expect(shown.blocs.map(({ mean }) => mean?.people ?? 0)).toEqual(blocs)
  })
})

it.each([
  [60, 20],
  [61, 21],
  [0, 0],
])('a third of %i minutes is %i', (minutes, third) => expect(thirdOf(minutes)).toBe(third))

it.each([
  [[0, 0], true],
  [[3, 0, 0], true],
  [[0, 1], false],
  [[0], false],
])('sessions that led to %j: two in a row to nothing is %s', (counts, is) =>
  expect(isTalkingShop(counts)).toBe(is),
)

it.each([
  ['residents', ['residents', null], 1],
  ['residents', [null], 0],
  ['public-bodies', ['residents', null], 2],
  [null, [], 0],
] as const)('something of %s in %j goes to place %i', (bloc, there, at) =>
  expect(
    placeFor(
      there.map((b, i) => ({ id: `${i}`, bloc: b })),
      bloc,
    ),
  ).toBe(at),
)

it('a need is kept when it was there, or the person said beforehand that it fits (M25)', () =>
  expect(NEED_STATES.filter((state) => KEPT.some((kept) => kept === state))).toEqual([
    'confirmed',
    'met',
  ]))
