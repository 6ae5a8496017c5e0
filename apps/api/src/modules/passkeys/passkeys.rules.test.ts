import { describe, expect, it } from 'vitest'
import { mayAdd, mayRemove, readRecoveryCode, shownRecoveryCode } from './passkeys.rules.ts'

describe('adding a passkey', () => {
  it.each([
    ['the first, after a fresh sign-in', 0, 10, null, true],
    ['the first, eleven minutes after it', 0, 11, null, false],
    ['the second, with the first just shown', 1, 300, 5, true],
    ['the second, with the first shown six minutes ago', 1, 0, 6, false],
    ['the second, after a fresh sign-in by mail alone', 1, 0, null, false],
  ])('%s', (_, passkeys, minutesSinceProof, minutesSinceFactor, may) => {
    expect(mayAdd({ passkeys, minutesSinceProof, minutesSinceFactor })).toBe(may)
  })

  it('leaves the authenticator the minutes it was given', () => {
    const slow = { passkeys: 0, minutesSinceProof: 14, minutesSinceFactor: null }
    expect([mayAdd(slow), mayAdd(slow, 5)]).toEqual([false, true])
  })
})

it.each([
  [1, true, false],
  [2, true, true],
  [1, false, true],
])('of %i passkeys, needed: %s, one may go: %s', (n, needed, may) => {
  expect(mayRemove(n, needed)).toBe(may)
})

describe('a recovery code', () => {
  it.each([
    ['as it was printed', 'ABCDE-23456', 'ABCDE23456'],
    ['in small letters with gaps', ' abc de 23 456 ', 'ABCDE23456'],
    ['with a letter no code has', 'ABCDE-2345O', undefined],
    ['too short', 'ABCDE-2345', undefined],
    ['too long', 'ABCDE-234567', undefined],
    ['nothing', '', undefined],
  ])('%s', (_, typed, code) => {
    expect(readRecoveryCode(typed)).toBe(code)
  })

  it('is shown in two halves, and read back', () => {
    expect(shownRecoveryCode('ABCDE23456')).toBe('ABCDE-23456')
    expect(readRecoveryCode(shownRecoveryCode('ABCDE23456'))).toBe('ABCDE23456')
  })
})
