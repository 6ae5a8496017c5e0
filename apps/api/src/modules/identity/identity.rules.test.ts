import { describe, expect, it } from 'vitest'
import { idleLife, maySend, reuseOf, sessionLife } from './identity.rules.ts'

const hour = 3_600_000

describe('a sign-in lasts', () => {
  it.each([
    ['thirty days for a small group', ['member'], false, 720],
    ['twelve hours for a commissioner', ['member', 'commissioner'], false, 12],
    ['twelve hours for a broker', ['broker'], false, 12],
    ['half a day on a library computer', [], true, 12],
  ] as const)('%s', (_, roles, shared, hours) => {
    expect(sessionLife(roles, shared)).toBe(hours * hour)
  })
  it('half an hour without a touch on a library computer', () => {
    expect(idleLife(true)).toBe(hour / 2)
  })
})

describe('a refresh token seen twice', () => {
  const used = new Date('2026-11-21T12:00:00Z')
  it.each([
    ['is a phone repeating itself within ten seconds', 10_000, 'repeat'],
    ['is theft after that', 10_001, 'theft'],
  ] as const)('%s', (_, later, expected) => {
    expect(reuseOf(used, new Date(used.getTime() + later))).toBe(expected)
  })
})

describe('one more sign-in mail in the hour', () => {
  it.each([
    ['is the fifth of this browser or network: sent', 4, 4, true],
    ['is the sixth of them: not sent', 5, 5, false],
    ['is the first of this browser, after nineteen of others: sent', 0, 19, true],
    ['is the first of this browser, after twenty of others: not sent', 0, 20, false],
  ])('%s', (_, byAsker, byAnyone, expected) => {
    expect(maySend({ byAsker, byAnyone })).toBe(expected)
  })
})
