import type { AmendedField, AmendmentKind, LogKind } from '@howcanwe/shared/amendments'
import type { Calendar } from '@howcanwe/shared/places'
import { describe, expect, it } from 'vitest'
import { editDistance } from './amendments.distance.rules.ts'
import { faultOf, laterAt, pushedOn, standingBefore } from './amendments.rules.ts'

const field = (
  name: AmendedField['field'],
  before: AmendedField['before'],
  after: AmendedField['after'],
): AmendedField => ({ field: name, before, after })
const TYPO = field('whyNow', 'The waitign list doubled.', 'The waiting list doubled.')
const CLEARER = field(
  'whyNow',
  'The list doubled.',
  'The list of carers who wait for a break doubled.',
)
const MEANS_OTHER = field('payWhen', 'Within 5 days', 'Within 15 days')
const MORE = field('backfillPence', 900_000, 1_000_000)
const LESS = field('backfillPence', 900_000, 800_000)
const LATER = field('closesAt', '2027-01-15T17:00:00.000Z', '2027-02-15T17:00:00.000Z')
const SOONER = field('closesAt', '2027-01-15T17:00:00.000Z', '2027-01-14T17:00:00.000Z')
const EMPTY = field('otherOffer', 'A room', '')

describe('a change of an open challenge (CH7 [G])', () => {
  it.each<[string, AmendmentKind, AmendedField[], string | undefined]>([
    ['two letters swapped', 'typo', [TYPO], undefined],
    ['a sentence made clearer', 'clarify', [CLEARER], undefined],
    ['a sentence made clearer, called a typing error', 'typo', [CLEARER], 'more_than_a_typo'],
    ['another number in a sentence, called clearer', 'clarify', [MEANS_OTHER], 'is_substance'],
    ['another number in a sentence, called a typing error', 'typo', [MEANS_OTHER], 'is_substance'],
    ['another number in a sentence', 'substance', [MEANS_OTHER], undefined],
    ['more money', 'substance', [MORE], undefined],
    ['more money, called a typing error', 'typo', [MORE], 'is_substance'],
    ['less money', 'substance', [LESS], 'taken_back'],
    ['more of one and less of the other', 'substance', [MORE, LESS], 'taken_back'],
    ['a later closing time', 'substance', [LATER], undefined],
    ['a sooner closing time', 'substance', [SOONER], 'taken_back'],
    ['an offer that is gone', 'substance', [EMPTY], 'left_empty'],
    ['nothing', 'substance', [], 'nothing_changes'],
  ])('%s', (_, kind, changes, fault) => {
    const spelt = { language: 'en' as const, standing: {} }
    expect(faultOf(kind, changes, spelt)?.fault.slice('amendments.'.length)).toBe(fault)
  })

  describe('many small slips in one field', () => {
    const A = 'The list is long since the spring.'
    const B = 'The lists are long since spring.'
    const C = 'The lists are longer since spring.'
    const line = (kind: LogKind, before: string, after: string) => ({
      kind,
      changes: [field('whyNow', before, after)],
    })
    it.each<[string, ReturnType<typeof line>[], string, string | undefined]>([
      ['the first one', [], B, undefined],
      ['a second one that goes on from the first', [line('typo', A, B)], C, undefined],
      [
        'a third one that leaves the sentence people read behind',
        [line('typo', A, B), line('typo', B, C)],
        'The lists are no wonder since spring.',
        'more_than_a_typo',
      ],
      [
        'the same after the field was made clearer in public',
        [line('typo', A, B), line('clarify', B, C)],
        'The lists are no longer since spring.',
        undefined,
      ],
      [
        'one back to the words people read first',
        [line('typo', A, B), line('typo', B, C)],
        A,
        undefined,
      ],
    ])('%s', (_, log, after, fault) => {
      const now = String(log.at(-1)?.changes[0]?.after ?? A)
      const standing = standingBefore(log)
      const found = faultOf('typo', [field('whyNow', now, after)], { language: 'en', standing })
      expect(found?.fault.slice('amendments.'.length)).toBe(fault)
    })

    it('count each field by itself, and a pause changes nothing', () => {
      const log = [
        line('typo', A, B),
        { kind: 'pause' as const, changes: [] },
        { kind: 'substance' as const, changes: [field('summary', 'x', 'y')] },
      ]
      expect(standingBefore(log)).toEqual({ whyNow: A })
    })
  })

  it.each([
    ['', '', 0],
    ['caring', 'caring', 0],
    ['caring', 'carign', 2],
    ['kitten', 'sitting', 3],
    ['a'.repeat(3000), 'b'.repeat(3000), 13],
  ])('from %.9s to %.9s is %s characters', (a, b, distance) => {
    expect(editDistance(a, b, 12)).toBe(distance)
  })
})

const england: Calendar = {
  timeZone: 'Europe/London',
  weekend: [6, 7],
  holidays: ['2027-03-26', '2027-03-29'],
}

it('a time that the clocks skip on that day is an hour later', () => {
  // Nobody works on Fridays there, and on the last Sunday of March half past one does not exist.
  const there: Calendar = { ...england, weekend: [5, 6], holidays: [] }
  expect(laterAt(there, new Date('2028-03-19T01:30:00Z'), 5).toISOString()).toBe(
    '2028-03-26T01:30:00.000Z',
  )
})

describe('five working days more', () => {
  it.each([
    ['over a weekend', '2026-11-18T17:00:00Z', '2026-11-25T17:00:00.000Z'],
    [
      'over Easter and the night the clocks change, at the same time of day',
      '2027-03-24T17:00:00Z',
      '2027-04-02T16:00:00.000Z',
    ],
    ['from the night the clocks go forward', '2027-03-28T00:30:00Z', '2027-04-04T23:30:00.000Z'],
    [
      'from the afternoon after the clocks went forward',
      '2028-03-26T16:00:00Z',
      '2028-03-31T16:00:00.000Z',
    ],
    [
      'from the hour that comes twice in autumn',
      '2026-10-25T01:30:00Z',
      '2026-10-30T01:30:00.000Z',
    ],
    [
      'from the evening after the clocks went back',
      '2026-10-25T23:59:00Z',
      '2026-10-30T23:59:00.000Z',
    ],
  ])('%s', (_, closes, later) => {
    expect(laterAt(england, new Date(closes), 5).toISOString()).toBe(later)
  })

  it('pushes answers, start and end on only where they would come too early', () => {
    const dates = { resultsBy: '2026-12-15', startsOn: '2026-12-20', endsOn: '2027-09-30' }
    const now = { ...dates, closesAt: new Date('2026-12-16T17:00:00Z') } as never
    const before = new Date('2026-12-09T17:00:00Z')
    expect(pushedOn(england, now, before)).toMatchObject({
      resultsBy: '2026-12-22',
      startsOn: '2026-12-27',
      endsOn: '2027-09-30',
    })
  })

  it('keeps them in their order also when somebody types a year that is over, or moves one by months', () => {
    const before = new Date('2026-12-09T17:00:00Z')
    const closesAt = new Date('2026-12-16T17:00:00Z')
    const dates = { resultsBy: '2020-01-15', startsOn: '2026-12-20', endsOn: '2027-09-30' }
    expect(pushedOn(england, { ...dates, closesAt } as never, before)).toMatchObject({
      resultsBy: '2026-12-17',
      startsOn: '2026-12-20',
    })
    const moved = { resultsBy: '2027-11-01', startsOn: '2026-12-20', endsOn: '2027-09-30' }
    expect(pushedOn(england, { ...moved, closesAt } as never, before)).toMatchObject({
      resultsBy: '2027-11-01',
      startsOn: '2027-11-01',
      endsOn: '2027-11-02',
    })
  })
})
