import { describe, expect, it } from 'vitest'
import { fairest } from './recruitment.chances.rules.ts'
import { chancesOf, fromAHat, greedy } from './recruitment.naive.fixture.ts'
import { kindsOf, type Pool } from './recruitment.pool.rules.ts'
import { madeUp, people, target } from './recruitment.pools.fixture.ts'
import { numbersOf } from './recruitment.random.rules.ts'
import { fitted } from './recruitment.targets.rules.ts'

/** The chance of every person, by pool number. */
async function chances(pool: Pool): Promise<number[]> {
  const kinds = kindsOf(pool)
  const { targets, drawn: seats } = await fitted(pool)
  const fair = await fairest({ kinds, targets, seats })
  const of = new Map(
    kinds.flatMap(({ members }, k) => members.map((n) => [n, fair?.chances[k] ?? -1] as const)),
  )
  return pool.applicants.map(({ number }) => of.get(number) ?? -1)
}
const near = (wanted: readonly number[]) => wanted.map((n) => expect.closeTo(n, 5))
const times = (count: number, chance: number) => Array<number>(count).fill(chance)

/** Pools whose fairest chances follow by hand. */
const BY_HAND: [string, Pool, number[]][] = [
  [
    'without targets all have seats ÷ people',
    { seats: 3, targets: [], applicants: people([12, {}]) },
    times(12, 0.25),
  ],
  [
    'a floor for two of twelve who are all needed leaves two seats for the other ten',
    {
      seats: 4,
      targets: [target('area', 'far', 2, 4)],
      applicants: people([2, { area: 'far' }], [10, { area: 'near' }]),
    },
    [...times(2, 1), ...times(10, 0.2)],
  ],
  [
    // Only two panels exist: the one northern elder with a southern youth (share s), or an elder of the south with a
    // youth of the north (1 − s). Chances: s, s/2, (1 − s)/3. The lowest is highest where s/2 = (1 − s)/3: s = 0.4.
    'one seat north, one south, one old, one young: 0.4 for the one northern elder, 0.2 for all others',
    {
      seats: 2,
      targets: [
        target('area', 'north', 1, 1),
        target('area', 'south', 1, 1),
        target('age', 'old', 1, 1),
        target('age', 'young', 1, 1),
      ],
      applicants: people(
        [1, { area: 'north', age: 'old' }],
        [2, { area: 'south', age: 'young' }],
        [3, { area: 'south', age: 'old' }],
        [3, { area: 'north', age: 'young' }],
      ),
    },
    [0.4, ...times(8, 0.2)],
  ],
  [
    // The ten share one seat, whatever happens to the rest: 0.1. Without the second step of leximin, the two seats left
    // could go to anybody among the six; with it, 1/3 each.
    'once the lowest chance is settled, the next lowest is lifted too',
    {
      seats: 3,
      targets: [target('area', 'a', 1, 1)],
      applicants: people([10, { area: 'a' }], [2, { area: 'b' }], [4, { area: 'c' }]),
    },
    [...times(10, 0.1), ...times(6, 1 / 3)],
  ],
  [
    'nobody loses by not answering: without an answer one counts towards no target',
    {
      seats: 2,
      targets: [target('age', 'young', 1, 1)],
      applicants: people([2, { age: 'young' }], [4, {}]),
    },
    [0.5, 0.5, ...times(4, 0.25)],
  ],
]

describe('chances', () => {
  it.each(BY_HAND)('%s', async (_, pool, wanted) => {
    expect(await chances(pool)).toEqual(near(wanted))
  })
})

/** In made-up pools, the lowest chance by each way; the others are measured over some hundred draws. */
describe('against what people do otherwise', () => {
  const pools = ['one', 'two'].map((seed) => madeUp(seed, 30, 8, 2))

  it('has the highest lowest chance of all three ways, in each pool', async () => {
    for (const pool of pools) {
      const { targets, held } = await fitted(pool)
      const kept = { ...pool, targets, seats: pool.seats - held }
      const random = numbersOf('measure')
      const fair = Math.min(...(await chances(pool)))
      const hat = chancesOf(kept, (by) => fromAHat(kept, by, 500), 100, random)
      const old = chancesOf(kept, (by) => greedy(kept, by, 20), 200, random)
      expect(fair).toBeGreaterThanOrEqual(Math.min(...old.chances) - 0.001)
      if (hat.failed < 50) expect(fair).toBeGreaterThan(Math.min(...hat.chances))
    }
  }, 120_000)
})
