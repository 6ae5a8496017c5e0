import { fairest } from '../apps/api/src/modules/recruitment/recruitment.chances.rules.ts'
import { prepare } from '../apps/api/src/modules/recruitment/recruitment.lottery.rules.ts'
import {
  chancesOf,
  fromAHat,
  greedy,
} from '../apps/api/src/modules/recruitment/recruitment.naive.fixture.ts'
import { kindsOf, type Pool } from '../apps/api/src/modules/recruitment/recruitment.pool.rules.ts'
import { alternate, madeUp } from '../apps/api/src/modules/recruitment/recruitment.pools.fixture.ts'
import { numbersOf } from '../apps/api/src/modules/recruitment/recruitment.random.rules.ts'
import { standsOn } from '../apps/api/src/modules/recruitment/recruitment.sheets.rules.ts'

/** Published for the first two: replication repository of the Nature paper, file reference_output/…_statistics.txt. */
const POOLS: { name: string; pool: Pool; draws: number; published?: string }[] = [
  {
    name: 'example_small, 20 of 200',
    pool: alternate(200, 20),
    draws: 10_000,
    published: 'leximin 10.0%, Gini 0.0%; legacy ≤ 1.21%, Gini 2.1%',
  },
  {
    name: 'example_large, 200 of 2,000',
    pool: alternate(2000, 200),
    draws: 2_000,
    published: 'leximin 10.0%, Gini 0.0%; legacy ≤ 0.25%, Gini 1.8%',
  },
  { name: 'a group: 10 of 30, 2 categories', pool: madeUp('a', 30, 10, 2), draws: 10_000 },
  { name: 'a group: 12 of 60, 3 categories', pool: madeUp('b', 60, 12, 3), draws: 10_000 },
  { name: 'a panel: 20 of 150, 4 categories', pool: madeUp('c', 150, 20, 4), draws: 5_000 },
  { name: 'a panel: 30 of 250, 5 categories', pool: madeUp('d', 250, 30, 5), draws: 2_000 },
]

const percent = (share: number): string => `${(share * 100).toFixed(2)}%`

/** 0 where all have the same chance. */
function gini(chances: readonly number[]): number {
  const sorted = chances.toSorted((a, b) => a - b)
  const total = sorted.reduce((sum, one) => sum + one, 0)
  const weighted = sorted.reduce((sum, one, i) => sum + (2 * (i + 1) - sorted.length - 1) * one, 0)
  return weighted / (sorted.length * total)
}
const geometric = (chances: readonly number[]): number =>
  Math.exp(chances.reduce((sum, one) => sum + Math.log(one), 0) / chances.length)

/** Who has the lowest chance is found in one half of the draws, and how low it is read from the other. */
function measured(pool: Pool, draws: number, choose: typeof greedy, tries: number): string {
  const random = numbersOf('bench')
  const [one, other] = [0, 1].map(() =>
    chancesOf(pool, (by) => choose(pool, by, tries), draws, random),
  )
  if (!one || !other || one.failed === draws || other.failed === draws) return 'found no panel'
  const lowest = other.chances[one.chances.indexOf(Math.min(...one.chances))] ?? 0
  const failed = one.failed + other.failed
  const also = failed > 0 ? `, gave up ${percent(failed / draws / 2)}` : ''
  return `${percent(lowest)}, Gini ${percent(gini(other.chances))}${also}`
}

for (const { name, pool, draws, published } of POOLS) {
  const began = performance.now()
  const plan = await prepare(pool)
  const took = performance.now() - began
  if (plan.way !== 'lottery') throw new Error('more seats than people')
  const { targets, drawn, relaxed, held } = plan.fitted
  const kinds = kindsOf(pool)
  const fair = await fairest({ kinds, targets, seats: drawn })
  const exact = kinds.flatMap((kind, k) => kind.members.map(() => fair?.chances[k] ?? 0))
  const on = standsOn(plan.box.sheets)
  const sheets = pool.applicants.map(({ number }) => (on.get(number) ?? 0) / plan.box.sheets.length)
  const kept = { ...pool, targets, seats: drawn }
  process.stdout.write(`${name} (${kinds.length} kinds; ${relaxed.length} targets gave way, ${held} seats kept free)
  ours, exact:        lowest ${percent(Math.min(...exact))}, Gini ${percent(gini(exact))}, geometric mean ${percent(geometric(exact))}
  ours, 1,000 sheets: lowest ${percent(Math.min(...sheets))}, Gini ${percent(gini(sheets))}, geometric mean ${percent(geometric(sheets))}; M29 ${(Math.min(...sheets) / Math.max(...sheets)).toFixed(3)}
  greedy:             lowest ${measured(kept, draws, greedy, 50)}
  names from a hat:   lowest ${measured(kept, Math.min(draws, 500), fromAHat, 500)}
  published:          ${published ?? 'nothing'}
  seconds:            ${(took / 1000).toFixed(1)}\n`)
}
