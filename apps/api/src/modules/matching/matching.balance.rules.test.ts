import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { balanced } from './matching.balance.rules.ts'

const of = (...names: string[]) => names.map((name) => ({ name, small: name.startsWith('S') }))

describe('the size balance (FR-04)', () => {
  it('T1: the first small one moves up one place, and nobody else is moved up', () => {
    const order = balanced(of('L1', 'L2', 'L3', 'S1', 'M1', 'S2'))
    expect(order.map((c) => c.name)).toEqual(['L1', 'L2', 'S1', 'L3', 'M1', 'S2'])
    expect(order.map((c) => c.movedUp)).toEqual([0, 0, 1, 0, 0, 0])
  })

  it.each([
    ['nobody', [], []],
    ['only large ones', ['L1', 'L2'], ['L1', 'L2']],
    ['only small ones', ['S1', 'S2'], ['S1', 'S2']],
    ['small ones who lead already', ['S1', 'S2', 'L1', 'L2'], ['S1', 'S2', 'L1', 'L2']],
    ['small ones who are last', ['L1', 'L2', 'S1', 'S2'], ['L1', 'S1', 'L2', 'S2']],
  ])('with %s', (_, given, order) => {
    expect(balanced(of(...given)).map((c) => c.name)).toEqual(order)
  })

  const anyList = fc
    .array(fc.boolean(), { maxLength: 60 })
    .map((sizes) => sizes.map((small, place) => ({ place, small })))

  it('every first k hold at least ⌊S·k/N⌋ small ones; nobody is lost, added or overtaken by an equal', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        const order = balanced(list)
        const small = list.filter((c) => c.small).length
        order.forEach((_, i) => {
          const shown = order.slice(0, i + 1).filter((c) => c.small).length
          expect(shown).toBeGreaterThanOrEqual(Math.floor((small * (i + 1)) / list.length))
        })
        expect(order.map((c) => c.place).toSorted((a, b) => a - b)).toEqual(
          list.map((c) => c.place),
        )
        for (const size of [true, false]) {
          const places = order.filter((c) => c.small === size).map((c) => c.place)
          expect(places).toEqual(places.toSorted((a, b) => a - b))
        }
      }),
    )
  })

  it('counts the places moved up, for small ones alone', () => {
    fc.assert(
      fc.property(anyList, (list) => {
        balanced(list).forEach((c, now) => {
          expect(c.movedUp).toBe(Math.max(0, c.place - now))
          if (!c.small) expect(c.movedUp).toBe(0)
        })
      }),
    )
  })
})
