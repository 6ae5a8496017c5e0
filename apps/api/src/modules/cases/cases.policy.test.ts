import { describe, expect, it } from 'vitest'
import { mayTypeFor } from './cases.policy.ts'

const typedIn = { isOwn: false, standsBeside: false, hasPeople: false, cameByDesk: true }

describe('what a broker may do for somebody (PE3, decision 27)', () => {
  it.each([
    ['typed in at the desk, taken over by nobody', {}, true, true, true],
    ['somebody of it signs in', { hasPeople: true }, true, true, false],
    ['came another way, or was taken over before', { cameByDesk: false }, true, true, false],
    ['works on the same as a side of theirs', { standsBeside: true }, true, false, true],
    ['the broker belongs to it', { isOwn: true, hasPeople: true }, false, false, false],
    ['the broker belongs to it, and it came by the desk', { isOwn: true }, false, false, false],
  ])('%s', (_, more, type, capacity, slip) => {
    expect(mayTypeFor({ ...typedIn, ...more })).toEqual({ type, capacity, slip })
  })
})
