import { describe, expect, it } from 'vitest'
import { momentIn } from './local-time.ts'

describe('an hour on the wall of the place', () => {
  it.each([
    ['Europe/London', '2027-03-27', '18:00', '2027-03-27T18:00:00.000Z'],
    ['Europe/London', '2027-03-30', '18:00', '2027-03-30T17:00:00.000Z'],
    ['Europe/London', '2027-03-28', '01:30', '2027-03-28T01:30:00.000Z'],
    ['Europe/London', '2027-10-31', '01:30', '2027-10-31T00:30:00.000Z'],
    ['Europe/Amsterdam', '2027-07-01', '09:05', '2027-07-01T07:05:00.000Z'],
    ['America/New_York', '2027-01-05', '20:00', '2027-01-06T01:00:00.000Z'],
  ])('%s, %s at %s', (zone, day, time, moment) => {
    expect(momentIn(zone, day, time)).toBe(moment)
  })
})
