import { has, type Pool } from './recruitment.pool.rules.ts'
import type { numbersOf } from './recruitment.random.rules.ts'

type Random = ReturnType<typeof numbersOf>

const keeps = ({ targets }: Pool, panel: readonly Pool['applicants'][number][]): boolean =>
  targets.every((target) => {
    const count = panel.filter((one) => has(one, target)).length
    return count >= target.min && count <= target.max
  })

/** What somebody with a hat would do: names at random, again until the targets are kept. */
export function fromAHat(pool: Pool, random: Random, tries = 20_000): number[] | null {
  for (let n = 0; n < tries; n++) {
    const panel = random.shuffled(pool.applicants).slice(0, pool.seats)
    if (keeps(pool, panel)) return panel.map(({ number }) => number)
  }
  return null
}

/**
 * What was common before 2021: seat after seat to somebody with the feature that is most urgently lacking (still needed
 * out of still there), at random among them; begin again when stuck.
 */
export function greedy(pool: Pool, random: Random, tries = 200): number[] | null {
  for (let n = 0; n < tries; n++) {
    const panel = greedyOnce(pool, random)
    if (panel && keeps(pool, panel)) return panel.map(({ number }) => number)
  }
  return null
}

function greedyOnce(pool: Pool, random: Random): Pool['applicants'][number][] | null {
  const panel: Pool['applicants'][number][] = []
  let left = [...pool.applicants]
  while (panel.length < pool.seats) {
    const lacks = pool.targets.map((target) => {
      const there = left.filter((one) => has(one, target))
      const lacking = target.min - panel.filter((one) => has(one, target)).length
      return { there, urgency: lacking <= 0 ? 0 : lacking / there.length }
    })
    const most = Math.max(0, ...lacks.map(({ urgency }) => urgency))
    if (most > 1) return null
    const urgent = lacks.find(({ urgency }) => urgency === most && most > 0)
    const from = urgent?.there ?? left
    const next = from[random.below(Math.max(1, from.length))]
    if (!next) return null
    panel.push(next)
    const full = pool.targets.filter(
      (target) => panel.filter((one) => has(one, target)).length >= target.max,
    )
    left = left.filter((one) => one !== next && !full.some((target) => has(one, target)))
  }
  return panel
}

/** Chances of a way to choose, by choosing many times; a try that found nobody counts for nobody. */
export function chancesOf(
  pool: Pool,
  choose: (random: Random) => number[] | null,
  draws: number,
  random: Random,
): { chances: number[]; failed: number } {
  const counts = new Map<number, number>()
  let failed = 0
  for (let n = 0; n < draws; n++) {
    const panel = choose(random)
    if (!panel) failed++
    for (const number of panel ?? []) counts.set(number, (counts.get(number) ?? 0) + 1)
  }
  const done = Math.max(1, draws - failed)
  return { chances: pool.applicants.map(({ number }) => (counts.get(number) ?? 0) / done), failed }
}
