import { describe, expect, it } from 'vitest'
import { closesInTime, pauseFault } from './amendments.limits.rules.ts'

const DAY_S = 86_400

describe('how long a challenge may stand still', () => {
  it.each<[string, string, number, number, string | undefined]>([
    ['from today until tomorrow', '2026-11-23', 0, 0, undefined],
    ['until today', '2026-11-22', 0, 0, 'pause_too_long'],
    ['sixty days', '2027-01-21', 0, 0, undefined],
    ['sixty-one days', '2027-01-22', 0, 0, 'pause_too_long'],
    ['a third time', '2026-11-23', 2, 2 * DAY_S, undefined],
    ['a fourth time', '2026-11-23', 3, 2 * DAY_S, 'paused_enough'],
    ['thirty days after sixty and a half', '2026-12-22', 1, 60.5 * DAY_S, undefined],
    ['thirty-one days after sixty and a half', '2026-12-23', 1, 60.5 * DAY_S, 'paused_enough'],
    ['a day after ninety', '2026-11-23', 2, 90 * DAY_S, 'paused_enough'],
  ])('%s', (_, until, pausesCount, pausedSeconds, fault) => {
    const found = pauseFault(until, '2026-11-22', { pausesCount, pausedSeconds })
    expect(found?.slice('amendments.'.length)).toBe(fault)
  })
})

describe('how long a challenge may be open', () => {
  it.each([
    ['the last minute of its year', '2027-11-23T09:00:00Z', 0, true],
    ['a minute later', '2027-11-23T09:01:00Z', 0, false],
    ['a day later, after a pause of a day', '2027-11-24T09:00:00Z', DAY_S, true],
  ])('%s', (_, closes, pausedSeconds, fits) => {
    const opened = { openedAt: new Date('2026-11-22T09:00:00Z'), pausedSeconds }
    expect(closesInTime(new Date(closes), opened, 366)).toBe(fits)
  })
})
