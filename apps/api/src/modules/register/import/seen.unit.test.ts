import { expect, it } from 'vitest'
import { Seen } from './seen.ts'

it('a number is recognised again only in its own list and in exactly its own spelling', () => {
  const seen = new Seen()
  seen.add('GB-CHC', '1164883', 2)
  seen.add('GB-SC', 'SC042386', 3)
  seen.add('GB-CHC', '203460-12', 4)
  expect(seen.lineOf('GB-CHC', '1164883')).toBe(2)
  expect(seen.lineOf('GB-SC', 'SC042386')).toBe(3)
  expect(seen.lineOf('GB-CHC', '203460-12')).toBe(4)
  for (const [list, number] of [
    ['GB-NIC', '1164883'],
    ['GB-CHC', '01164883'],
    ['GB-SC', 'SC42386'],
    ['GB-SC', '042386'],
    ['GB-CHC', '203460'],
  ] as const) {
    expect(seen.lineOf(list, number)).toBeUndefined()
  }
})
