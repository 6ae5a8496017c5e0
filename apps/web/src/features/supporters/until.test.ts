import { expect, it } from 'vitest'
import { lastDayOf } from './until.ts'

it.each([
  ['Europe/London', '2026-11-22T09:00:00Z', '3', '2027-02-21'],
  ['Europe/London', '2026-11-30T09:00:00Z', '3', '2027-02-27'],
  ['Europe/London', '2027-02-28T09:00:00Z', '12', '2028-02-27'],
  ['Europe/London', '2028-02-29T09:00:00Z', '12', '2029-02-27'],
  ['America/Chicago', '2026-12-01T02:00:00Z', '12', '2027-11-29'],
  ['Europe/Amsterdam', '2026-12-31T23:30:00Z', '1', '2027-01-31'],
] as const)(
  'somebody in %s who asks at %s for %s months is helped until %s',
  (zone, at, months, day) => {
    expect(lastDayOf(zone, new Date(at), months)).toBe(day)
  },
)
