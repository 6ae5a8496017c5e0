import { describe, expect, it } from 'vitest'
import { mayLeave, retryIn } from './notifications.rules.ts'

const minute = 60_000

describe('a letter that could not be sent', () => {
  it.each([
    [1, 0, 1],
    [2, minute, 2],
    [5, 20 * minute, 16],
    [9, 600 * minute, 60],
  ])('after try %i waits, and never more than an hour', (attempts, age, minutes) => {
    expect(retryIn(attempts, age)).toBe(minutes * minute)
  })
  it('is given up after three days', () => {
    expect(retryIn(40, 3 * 24 * 60 * minute + 1)).toBeUndefined()
  })
})

it.each([
  ['amina@carers.example.org', false],
  ['ruth@example.com', false],
  ['someone@council.gov.uk', true],
  ['someone@notexample.org', true],
  ['+447700900000', false],
  ['+447700900999', false],
  ['+447700901000', true],
  ['+442079460999', false],
  ['+442079470000', true],
  ['+441632960000', false],
  ['+441914980123', false],
  ['+447911123456', true],
  ['+31600000000', false],
  ['+31600000999', false],
  ['+31612345678', true],
  ['+4477009001234', true],
])('%s may leave: %s', (address, expected) => {
  expect(mayLeave(address)).toBe(expected)
})
