import { describe, expect, it } from 'vitest'
import { askedEnough, endsAfter, lastDay } from './supporters.rules.ts'

describe('the last day somebody may be asked to help until', () => {
  it.each([
    ['2026-11-22', '2027-11-21'],
    ['2028-02-29', '2029-02-27'],
    ['2027-02-28', '2028-02-27'],
    ['2026-12-31', '2027-12-30'],
    ['2027-01-01', '2027-12-31'],
  ])('asked on %s it is %s', (today, last) => {
    expect(lastDay(today)).toBe(last)
  })

  it.each([
    [
      'today counts until midnight',
      'Europe/London',
      '2026-11-22',
      '2026-11-22T12:00:00Z',
      '2026-11-23T00:00:00.000Z',
    ],
    [
      'the place decides what day it is',
      'Europe/Amsterdam',
      '2026-11-23',
      '2026-11-22T23:30:00Z',
      '2026-11-23T23:00:00.000Z',
    ],
    ['yesterday is over', 'Europe/London', '2026-11-21', '2026-11-22T12:00:00Z', undefined],
    ['a day too far', 'Europe/London', '2027-11-22', '2026-11-22T12:00:00Z', undefined],
    [
      'no hour more than a year',
      'Europe/London',
      '2028-10-29',
      '2027-10-29T23:10:00Z',
      '2028-10-28T23:10:00.000Z',
    ],
  ])('%s', (_, zone, day, now, ends) => {
    expect(endsAfter(zone, day, new Date(now))?.toISOString()).toBe(ends)
  })
})

it('somebody asks five people in a day, and has five questions open, not more', () => {
  expect(askedEnough({ waiting: 4, today: 4 })).toBe(false)
  expect(askedEnough({ waiting: 5, today: 0 })).toBe(true)
  expect(askedEnough({ waiting: 0, today: 5 })).toBe(true)
})
