import { describe, expect, it } from 'vitest'
import { mayTypeFor } from './cases.policy.ts'

const typedIn = { isOwn: false, hasPeople: false, cameByDesk: true }

describe('what a broker may do for somebody (PE3, decision 27)', () => {
  it.each([
    ['typed in at the desk, taken over by nobody', {}, true, true],
    ['somebody of it signs in', { hasPeople: true }, true, false],
    ['came another way, or was taken over before', { cameByDesk: false }, true, false],
    ['the broker belongs to it', { isOwn: true, hasPeople: true }, false, false],
    ['the broker belongs to it, and it came by the desk', { isOwn: true }, false, false],
  ])('%s', (_, more, type, slip) => {
    expect(mayTypeFor({ ...typedIn, ...more })).toEqual({ type, slip })
  })
})
