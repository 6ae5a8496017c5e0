import { describe, expect, it } from 'vitest'
import { createFormats, type FormatWords } from './format.ts'

const english: FormatWords = {
  range: (from, to) => `${from} to ${to}`,
  dayAndTime: (day, time) => `${day} at ${time}`,
  minutes: (count) => `${count} minutes`,
  hours: (count) => `${count} hours`,
  hoursAndMinutes: (hours, minutes) => `${hours} hours ${minutes} minutes`,
}
const dutch: FormatWords = {
  ...english,
  range: (a, b) => `${a} tot ${b} uur`,
  dayAndTime: (d, t) => `${d} om ${t} uur`,
}
const en = createFormats({ locale: 'en-GB', zone: 'Europe/London', currency: 'GBP' }, english)
const nl = createFormats({ locale: 'nl-NL', zone: 'Europe/Amsterdam', currency: 'EUR' }, dutch)
/** ICU writes narrow and non-breaking spaces in some versions. */
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ')

describe('a meeting', () => {
  it('is written with its day and its hours', () => {
    expect(en.span('2027-03-04T18:00:00Z', '2027-03-04T20:00:00Z')).toBe(
      'Thursday 4 March 2027, 6pm to 8pm',
    )
    expect(nl.span('2027-03-04T17:00:00Z', '2027-03-04T19:30:00Z')).toBe(
      'donderdag 4 maart 2027, 18.00 tot 20.30 uur',
    )
  })

  it('is at the hour of the place, whatever the season', () => {
    expect(en.moment('2027-07-01T17:30:00Z')).toBe('Thursday 1 July 2027 at 6.30pm')
  })

  it('over midnight names both days', () => {
    expect(en.span('2027-03-04T22:00:00Z', '2027-03-05T01:00:00Z')).toBe(
      'Thursday 4 March 2027 at 10pm to Friday 5 March 2027 at 1am',
    )
  })

  it('at noon and midnight is not misread', () => {
    expect(en.time('2027-03-04T12:00:00Z')).toBe('12pm')
    expect(en.time('2027-03-04T00:00:00Z')).toBe('12am')
  })
})

describe('a whole day', () => {
  it('stays that day in every zone', () => {
    const west = createFormats(
      { locale: 'en-GB', zone: 'America/Los_Angeles', currency: 'GBP' },
      english,
    )
    expect(west.date('2027-03-04')).toBe('4 March 2027')
    expect(nl.day('2027-03-04')).toBe('donderdag 4 maart 2027')
  })

  it('is counted from today by the calendar of the place', () => {
    const lateEvening = new Date('2027-06-30T23:30:00Z')
    expect(en.daysUntil('2027-07-02', lateEvening)).toBe(1)
    expect(en.daysUntil('2027-07-02', new Date('2027-06-30T10:00:00Z'))).toBe(2)
    expect(en.relativeDay('2027-07-02', lateEvening)).toBe('tomorrow')
    expect(nl.relativeDay('2027-07-01T10:00:00Z', new Date('2027-07-01T09:00:00Z'))).toBe('vandaag')
    expect(en.relativeDay('2027-06-27', new Date('2027-06-30T10:00:00Z'))).toBe('3 days ago')
  })
})

describe('money and minutes', () => {
  it('are whole where they are whole', () => {
    expect(en.money(900_000)).toBe('£9,000')
    expect(en.money(1250)).toBe('£12.50')
    expect(plain(nl.money(900_000))).toBe('€ 9.000')
    expect(en.minutes(10)).toBe('10 minutes')
    expect(en.minutes(60)).toBe('1 hours')
    expect(en.minutes(150)).toBe('2 hours 30 minutes')
  })

  it('a moment of saving is a clock time', () => {
    expect(en.clock('2027-03-04T14:02:00Z')).toBe('14:02')
  })
})
