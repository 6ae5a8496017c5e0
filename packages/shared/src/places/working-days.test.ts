import { describe, expect, it } from 'vitest'
import {
  addDays,
  addWorkingDays,
  type Calendar,
  dayIn,
  dueAfter,
  dueBefore,
  endOfDay,
  isWorkingDay,
  workingDaysBetween,
} from './working-days.ts'

/** Bank holidays in England, GOV.UK. */
const england: Calendar = {
  timeZone: 'Europe/London',
  weekend: [6, 7],
  holidays: ['2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29'],
}
const utrecht: Calendar = { ...england, timeZone: 'Europe/Amsterdam', holidays: ['2027-04-27'] }

describe('working days of a place', () => {
  it.each([
    ['Friday, one later, over a weekend', england, '2026-11-20', 1, '2026-11-23'],
    ['Saturday, one later', england, '2026-11-21', 1, '2026-11-23'],
    ['the day before Christmas Eve, three later', england, '2026-12-23', 3, '2026-12-30'],
    ['ten over Christmas and New Year', england, '2026-12-18', 10, '2027-01-06'],
    ['three before the day after Boxing Day off', england, '2026-12-29', -3, '2026-12-22'],
    ['over Easter', england, '2027-03-25', 1, '2027-03-30'],
    ['over the night the clocks go forward', england, '2027-03-19', 5, '2027-03-30'],
    ["the King's birthday counts off in Utrecht", utrecht, '2027-04-26', 1, '2027-04-28'],
    ['none, on a Sunday, is Monday', england, '2026-11-22', 0, '2026-11-23'],
    ['none, on a Monday, is that day', england, '2026-11-23', 0, '2026-11-23'],
  ])('%s', (_, calendar, from, count, to) => {
    expect(addWorkingDays(calendar, from, count)).toBe(to)
  })

  it('a place where Friday and Saturday are off counts by its own week', () => {
    const other: Calendar = { timeZone: 'Africa/Cairo', weekend: [5, 6], holidays: [] }
    expect(addWorkingDays(other, '2026-11-19', 1)).toBe('2026-11-22')
  })

  it('adding and counting agree, whatever the day', () => {
    const days = Array.from({ length: 800 }, (_, n) => addDays('2026-01-01', n))
    for (const from of days)
      for (const count of [1, 2, 3, 5, 10, 20]) {
        const to = addWorkingDays(england, from, count)
        expect(workingDaysBetween(england, from, to)).toBe(count)
        expect(isWorkingDay(england, to)).toBe(true)
        expect(workingDaysBetween(england, to, from)).toBe(0)
      }
  })
})

describe('the end of a day', () => {
  it.each([
    ['in winter', 'Europe/London', '2026-12-01', '2026-12-02T00:00:00.000Z'],
    ['in summer', 'Europe/London', '2026-07-01', '2026-07-01T23:00:00.000Z'],
    ['of 23 hours', 'Europe/London', '2027-03-28', '2027-03-28T23:00:00.000Z'],
    ['of 25 hours', 'Europe/Amsterdam', '2026-10-25', '2026-10-25T23:00:00.000Z'],
    ['whose midnight does not exist', 'Africa/Cairo', '2027-04-29', '2027-04-29T22:00:00.000Z'],
    ['far in the east', 'Pacific/Kiritimati', '2026-12-01', '2026-12-01T10:00:00.000Z'],
    ['far in the west', 'Pacific/Pago_Pago', '2026-12-01', '2026-12-02T11:00:00.000Z'],
  ])('%s', (_, zone, day, instant) => {
    expect(endOfDay(zone, day).toISOString()).toBe(instant)
    expect(dayIn(zone, new Date(endOfDay(zone, day).getTime() - 1))).toBe(day)
  })

  it('is when a promise of three working days runs out, also over a change of clocks', () => {
    const asked = new Date('2026-10-23T15:30:00Z')
    expect(dueAfter(england, asked, 3).toISOString()).toBe('2026-10-29T00:00:00.000Z')
  })

  it('is when the last questions are taken, three working days before it closes', () => {
    const closes = new Date('2026-12-30T17:00:00Z')
    expect(dueBefore(england, closes, 3).toISOString()).toBe('2026-12-24T00:00:00.000Z')
  })
})
