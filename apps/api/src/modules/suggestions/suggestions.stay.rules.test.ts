import { describe, expect, it } from 'vitest'
import { type Attended, stayParity } from './suggestions.stay.rules.ts'

describe('who stays (M28)', () => {
  const people = (count: number, ways: Attended['ways'], came: number, asked: number) =>
    Array.from({ length: count }, () => ({ ways, came, asked }))
  it('is the way of taking part that came least, beside everybody', () => {
    const rows = [...people(6, ['in-the-room'], 4, 4), ...people(5, ['phone'], 2, 4)]
    expect(stayParity(rows)).toEqual({
      ...{ way: 'phone', came: 10, asked: 20, allCame: 34, allAsked: 44 },
      parity: { num: 10 * 44, den: 20 * 34 },
    })
  })
  it.each([
    ['nobody was ever there', people(9, ['phone'], 0, 3)],
    ['only four take part so', [...people(4, ['phone'], 1, 3), ...people(3, ['video'], 3, 3)]],
    ['the others are only four', [...people(6, ['phone'], 1, 3), ...people(4, ['video'], 3, 3)]],
    ['there is no sheet yet', []],
  ])('is not told where %s', (_, rows) => {
    expect(stayParity(rows)).toBeNull()
  })
  it('is one where everybody takes part the same way', () => {
    const same = stayParity(people(7, ['phone'], 2, 3))
    expect(same && same.parity.num / same.parity.den).toBe(1)
  })
})
