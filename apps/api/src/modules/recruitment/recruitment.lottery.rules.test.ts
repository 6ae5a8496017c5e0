import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Box,
  commitmentTo,
  drawn,
  hashOf,
  prepare,
  seedOf,
  sheetOf,
  textOfBox,
} from './recruitment.lottery.rules.ts'
import { has, type Pool } from './recruitment.pool.rules.ts'
import { alternate, madeUp, people, target } from './recruitment.pools.fixture.ts'
import { numbersOf, sha256 } from './recruitment.random.rules.ts'
import { standsOn } from './recruitment.sheets.rules.ts'

/** A pool of up to 30 with one to three categories, in which targets may well contradict each other. */
const pools: fc.Arbitrary<Pool> = fc
  .record({
    seats: fc.integer({ min: 2, max: 8 }),
    sizes: fc.array(fc.integer({ min: 2, max: 3 }), { minLength: 1, maxLength: 3 }),
    people: fc.array(fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 3, maxLength: 3 }), {
      minLength: 9,
      maxLength: 30,
    }),
    floors: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }),
    room: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 9, maxLength: 9 }),
  })
  .map(({ seats, sizes, people: said, floors, room }) => ({
    seats,
    targets: sizes.flatMap((size, c) =>
      Array.from({ length: size }, (_, f) => {
        const min = Math.min(seats, floors[c * 3 + f] ?? 0)
        return target(`c${c}`, `f${f}`, min, min + (room[c * 3 + f] ?? 0), f === 0)
      }),
    ),
    applicants: said.map((answers, n) => ({
      number: n + 1,
      features: Object.fromEntries(sizes.map((_, c) => [`c${c}`, `f${answers[c]}`])),
    })),
  }))

const boxed = async (pool: Pool, sheets = 1000) => {
  const plan = await prepare(pool, { sheets })
  if (plan.way !== 'lottery') throw new Error('expected a lottery')
  return plan
}

const some = fc.assert
const few = { numRuns: 12 }

describe('a draw of any pool (CD7)', () => {
  it('keeps every target it says it keeps, on every sheet, and seats nobody twice', async () => {
    await some(
      fc.asyncProperty(pools, async (pool) => {
        const { box, fitted } = await boxed(pool, 100)
        for (const sheet of box.sheets) {
          expect(new Set(sheet).size).toBe(fitted.drawn)
          const panel = pool.applicants.filter(({ number }) => sheet.includes(number))
          expect(panel).toHaveLength(fitted.drawn)
          for (const one of fitted.targets) {
            const count = panel.filter((person) => has(person, one)).length
            expect(count).toBeGreaterThanOrEqual(one.min)
            expect(count).toBeLessThanOrEqual(one.max)
          }
        }
      }),
      few,
    )
  }, 120_000)

  it('gives out exactly as many chances as there are seats', async () => {
    await some(
      fc.asyncProperty(pools, async (pool) => {
        const { box, fitted } = await boxed(pool, 100)
        const total = [...standsOn(box.sheets).values()].reduce((sum, n) => sum + n, 0)
        expect(total).toBe(fitted.drawn * box.sheets.length)
      }),
      few,
    )
  }, 120_000)

  it('makes the same box whatever the order of the rows, and draws the same people (T12)', async () => {
    await some(
      fc.asyncProperty(pools, fc.string(), async (pool, word) => {
        const turned = { ...pool, applicants: numbersOf(word).shuffled(pool.applicants) }
        const [one, other] = [await boxed(pool, 100), await boxed(turned, 100)]
        expect(other.hash).toBe(one.hash)
        const seed = seedOf(sha256(word), word)
        expect(drawn(other.box, seed)).toEqual(drawn(one.box, seed))
      }),
      few,
    )
  }, 120_000)

  it('tells each target that gave way, and gives way nowhere else', async () => {
    await some(
      fc.asyncProperty(pools, async (pool) => {
        const { fitted } = await boxed(pool, 100)
        for (const [t, kept] of fitted.targets.entries()) {
          const asked = pool.targets[t]
          const short = fitted.shortages.find(
            (one) => one.category === kept.category && one.feature === kept.feature,
          )
          const told = (edge: 'min' | 'max') =>
            fitted.relaxed.find(
              (one) =>
                one.edge === edge && one.category === kept.category && one.feature === kept.feature,
            )?.to
          expect(kept.min).toBe(told('min') ?? short?.applied ?? asked?.min)
          expect(kept.max).toBe(told('max') ?? asked?.max)
        }
      }),
      few,
    )
  }, 120_000)
})

describe('somebody outside, with the published file only (S-07)', () => {
  it('finds the same hash, the same sheet and the same people', async () => {
    const { box, hash } = await boxed(madeUp('outside', 40, 8, 2))
    const seed = seedOf(sha256('what we kept to ourselves'), ' 17 October: 3, 14, 15 ')
    const file: Box = JSON.parse(textOfBox(box))
    expect(hashOf(file)).toBe(hash)
    expect(drawn(file, seed)).toEqual(drawn(box, seed))
    expect(drawn(file, seed)).toHaveLength(8)
  })

  it('notices one number changed on one sheet, and a sheet moved', async () => {
    const { box, hash } = await boxed(madeUp('outside', 40, 8, 2))
    const changed = box.sheets.map((sheet, n) => (n === 400 ? [...sheet.slice(1), 41] : sheet))
    expect(hashOf({ ...box, sheets: changed })).not.toBe(hash)
    const moved = [...box.sheets.slice(1), ...box.sheets.slice(0, 1)]
    expect(hashOf({ ...box, sheets: moved })).not.toBe(hash)
  })

  it('works out the seed by hand: one SHA-256 of the secret, a bar and the announced value', () => {
    const secret = sha256('x')
    expect(commitmentTo(secret)).toBe(sha256(secret))
    expect(seedOf(secret, ' 3 14 ')).toBe(sha256(`${secret}|3 14`))
    expect(sheetOf('0'.repeat(64), 1000)).toBe(1)
    expect(sheetOf(`${'0'.repeat(61)}3e7`, 1000)).toBe(1000)
    expect(sheetOf(`${'0'.repeat(61)}3e8`, 1000)).toBe(1)
  })

  it('finds no name, contact or answer in the file', async () => {
    const pool = {
      seats: 2,
      targets: [target('area', 'Elmside', 1, 2)],
      applicants: people(
        [3, { area: 'Elmside', name: 'Salma' }],
        [4, { area: 'a place of Salma' }],
      ),
    }
    const { box } = await boxed(pool)
    expect(textOfBox(box)).not.toContain('Salma')
  })
})

/** How far the most surprising person is from the published chance, in standard deviations. */
function surprise(pool: Pool, box: Box, draws: readonly (readonly number[])[]): number {
  const on = standsOn(box.sheets)
  const seen = standsOn(draws)
  return Math.max(
    ...pool.applicants.map(({ number }) => {
      const chance = (on.get(number) ?? 0) / box.sheets.length
      const expected = chance * draws.length
      const deviation = Math.sqrt(expected * (1 - chance))
      const off = Math.abs((seen.get(number) ?? 0) - expected)
      return deviation === 0 ? (off === 0 ? 0 : Number.POSITIVE_INFINITY) : off / deviation
    }),
  )
}

describe('whether many draws bear out the published chances', () => {
  const pool = madeUp('bias', 40, 8, 2)
  const seeds = Array.from({ length: 10_000 }, (_, n) =>
    seedOf(sha256(`secret ${n}`), `value ${n}`),
  )
  const ways: [string, (box: Box, seed: string, n: number) => readonly number[], boolean][] = [
    ['the draw as it is', (box, seed) => drawn(box, seed), false],
    [
      'a draw made again once where number 7 comes up',
      (box, seed) => {
        const first = drawn(box, seed)
        return first.includes(7) ? drawn(box, sha256(seed)) : first
      },
      true,
    ],
    [
      'a draw by the seed’s first byte only',
      ({ sheets }, seed) => sheets[Number.parseInt(seed.slice(0, 2), 16)] ?? [],
      true,
    ],
    [
      'a draw in which somebody takes the seat of somebody else',
      (box, seed) => drawn(box, seed).map((number) => (number === 3 ? 4 : number)),
      true,
    ],
  ]
  it.each(ways)('%s', async (_, draw, isBiased) => {
    const { box } = await boxed(pool)
    const off = surprise(
      pool,
      box,
      seeds.map((seed, n) => draw(box, seed, n)),
    )
    // 4.5 deviations: by chance once in some 3,500 runs of forty people.
    if (isBiased) expect(off).toBeGreaterThan(6)
    else expect(off).toBeLessThan(4.5)
  })
})

describe('the pool of the paper', () => {
  it('gives everybody of 200 the same chance, 10%, as published for example_small', async () => {
    const { box } = await boxed(alternate(200, 20))
    expect(new Set(standsOn(box.sheets).values())).toEqual(new Set([100]))
  })
})
