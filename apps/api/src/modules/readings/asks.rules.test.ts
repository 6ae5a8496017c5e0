import type { Calendar } from '@howcanwe/shared/places'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  against,
  fewReadersDue,
  type Group,
  inOrder,
  minutesAsked,
  missingReaders,
  type Picked,
} from './asks.rules.ts'

const group = (id: string, near: boolean, askedBefore: number): Group => ({
  id,
  name: id,
  near,
  askedBefore,
})
const orderOf = (groups: readonly Group[], challengeId = 'breaks') =>
  inOrder(groups, challengeId).map(({ id }) => id)

describe('who is offered first to read a challenge (J-04)', () => {
  it.each([
    [
      'a carers’ group nearby before a choir across town',
      [
        ['choir', false, 0],
        ['carers', true, 0],
      ],
      ['carers', 'choir'],
    ],
    [
      'whoever was never asked before whoever was asked twice',
      [
        ['twice', true, 2],
        ['never', true, 0],
      ],
      ['never', 'twice'],
    ],
    [
      'a group nearby that was asked before a far one that was not',
      [
        ['far', false, 0],
        ['near', true, 3],
      ],
      ['near', 'far'],
    ],
  ] as [string, [string, boolean, number][], string[]][])('%s', (_, groups, expected) => {
    expect(orderOf(groups.map((one) => group(...one)))).toEqual(expected)
  })

  it('equals come in the same order for whoever looks, and in another one for another challenge', () => {
    const equals = Array.from({ length: 12 }, (_, n) => group(`group-${n}`, true, 0))
    expect(orderOf(equals.toReversed())).toEqual(orderOf(equals))
    expect(orderOf(equals, 'halls')).not.toEqual(orderOf(equals))
  })

  it('nobody is lost, and a name moves nobody', () => {
    const groups = fc.uniqueArray(
      fc.record({ id: fc.uuid(), name: fc.string(), near: fc.boolean(), askedBefore: fc.nat(4) }),
      { selector: ({ id }) => id },
    )
    fc.assert(
      fc.property(groups, (all) => {
        expect(orderOf(all)).toHaveLength(all.length)
        expect(orderOf(all.map((one) => ({ ...one, name: 'x' })))).toEqual(orderOf(all))
      }),
    )
  })
})

const known: Picked[] = [
  { id: 'carers', state: 'listed', fit: true },
  { id: 'hall', state: 'checked', fit: true },
  { id: 'tired', state: 'paused', fit: true },
  { id: 'gone', state: 'left', fit: true },
  { id: 'large', state: 'listed', fit: false },
  { id: 'asked', state: 'listed', fit: true },
]

describe('asking', () => {
  it.each([
    ['a small group', ['carers'], []],
    ['two of them', ['carers', 'hall'], []],
    ['one that asked not to be asked for now', ['carers', 'tired'], [[1, 'group_paused']]],
    ['one that left', ['gone'], [[0, 'group_unknown']]],
    ['one with more than £100,000, or without an address', ['large'], [[0, 'group_unknown']]],
    ['one of somewhere else', ['carers', 'far'], [[1, 'group_unknown']]],
    ['one asked before', ['asked'], [[0, 'already_asked']]],
    ['one twice in a list', ['hall', 'carers', 'hall'], [[2, 'already_asked']]],
  ] as [string, string[], [number, string][]][])('%s', (_, ids, refused) => {
    const found = against(ids, known, ['asked', null])
    expect(found.map(({ index, reason }) => [index, reason])).toEqual(refused)
  })
})

const part = (words: number) => ({ field: 'summary' as const, text: 'word '.repeat(words).trim() })

it.each([
  ['a short one', 100, { enough: 6, all: 6 }],
  ['one of five minutes', 900, { enough: 10, all: 10 }],
  ['one that nobody should have to read to the end', 3600, { enough: 15, all: 25 }],
])('what we ask for %s, in minutes', (_, words, expected) => {
  expect(minutesAsked([part(words)])).toEqual(expected)
})

const london: Calendar = { timeZone: 'Europe/London', weekend: [6, 7], holidays: ['2026-12-25'] }

describe('the email about missing readers comes at seven, two working days before the last day', () => {
  it.each([
    ['Friday', '2026-11-28T00:00:00Z', '2026-11-25T07:00:00.000Z'],
    ['Monday, over a weekend', '2026-11-24T00:00:00Z', '2026-11-19T07:00:00.000Z'],
    ['Monday after Christmas', '2026-12-29T00:00:00Z', '2026-12-23T07:00:00.000Z'],
    ['a Friday in summer', '2026-07-03T23:00:00Z', '2026-07-01T06:00:00.000Z'],
  ])('%s', (_, until, due) => {
    expect(fewReadersDue(london, new Date(until)).toISOString()).toBe(due)
  })
})

it.each([
  ['nobody has read it', 0, 0, false, { residents: 2, groups: 2 }],
  ['one resident and three groups have', 1, 3, false, { residents: 1, groups: 0 }],
  ['its broker lets it open with fewer', 0, 0, true, { residents: 0, groups: 0 }],
])('%s', (_, residents, smallOrganisations, shortened, missing) => {
  expect(missingReaders({ residents, smallOrganisations, needed: 2 }, shortened)).toEqual(missing)
})
