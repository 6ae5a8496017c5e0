import { TURN_NUMBERS } from '@howcanwe/shared/questions'
import { describe, expect, it } from 'vitest'
import { turnOf } from './questions.turns.rules.ts'

const own = Buffer.alloc(32, 7).toString('base64')
const monday = { day: Buffer.alloc(32, 1), own }
const tuesday = { day: Buffer.alloc(32, 2), own }
const address = (n: number) => `198.51.${n >> 8}.${n & 255}`
const all = Array.from({ length: 20_000 }, (_, n) => address(n))

describe('the number of a network address (FR-11)', () => {
  it('is the same all day for one challenge', () => {
    expect(turnOf(monday, 'a', address(1))).toBe(turnOf(monday, 'a', address(1)))
  })

  it('is shared by many addresses, so that it points at none of them', () => {
    const shared = new Map<number, number>()
    for (const one of all) {
      const number = turnOf(monday, 'a', one)
      shared.set(number, (shared.get(number) ?? 0) + 1)
    }
    expect(shared.size).toBe(TURN_NUMBERS)
    expect(Math.min(...shared.values())).toBeGreaterThan(1)
    expect([...shared.keys()].every((n) => n >= 0 && n < TURN_NUMBERS)).toBe(true)
  })

  it.each([
    ['tomorrow', (one: string) => turnOf(tuesday, 'a', one)],
    ['for another challenge', (one: string) => turnOf(monday, 'b', one)],
    ['with another secret', (one: string) => turnOf({ ...monday, own: 'AAAA' }, 'a', one)],
  ])('is another one %s', (_, of) => {
    const same = all.filter((one) => of(one) === turnOf(monday, 'a', one))
    expect(same.length).toBeLessThan(100)
  })
})
