import type { AmendedField, AmendmentKind } from '@howcanwe/shared/amendments'
import type { Calendar } from '@howcanwe/shared/places'
import { describe, expect, it } from 'vitest'
import { editDistance, faultOf, laterAt, pushedOn } from './amendments.rules.ts'

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
    expect(faultOf(kind, changes)?.fault.slice('amendments.'.length)).toBe(fault)
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

describe('five working days more', () => {
  it.each([
    ['over a weekend', '2026-11-18T17:00:00Z', '2026-11-25T17:00:00.000Z'],
    [
      'over Easter and the night the clocks change, at the same time of day',
      '2027-03-24T17:00:00Z',
      '2027-04-02T16:00:00.000Z',
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
