import type { Applicant, Pool, Target } from './recruitment.pool.rules.ts'
import { numbersOf } from './recruitment.random.rules.ts'

export const target = (
  category: string,
  feature: string,
  min: number,
  max: number,
  leastServed = false,
): Target => ({ category, feature, min, max, leastServed })

/** So many people of each kind, numbered on from 1. */
export function people(...kinds: readonly [number, Record<string, string>][]): Applicant[] {
  const all = kinds.flatMap(([count, features]) => Array.from({ length: count }, () => features))
  return all.map((features, n) => ({ number: n + 1, features }))
}

/**
 * The pool of the paper's supplement (section S6, Alternate(n, k)): half are liberal women but one, who is conservative;
 * the other half are conservative men. Each gender and each leaning gets at least k/2 − 1 seats.
 */
export const alternate = (n: number, k: number): Pool => ({
  seats: k,
  targets: [
    target('gender', 'female', k / 2 - 1, k),
    target('gender', 'male', k / 2 - 1, k),
    target('leaning', 'liberal', k / 2 - 1, k),
    target('leaning', 'conservative', k / 2 - 1, k),
  ],
  applicants: people(
    [1, { gender: 'female', leaning: 'conservative' }],
    [n / 2 - 1, { gender: 'female', leaning: 'liberal' }],
    [n / 2, { gender: 'male', leaning: 'conservative' }],
  ),
})

/** A made-up pool: the first features of a category come forward more often, the targets want all alike. */
export function madeUp(seed: string, n: number, seats: number, categories: number): Pool {
  const random = numbersOf(seed)
  const named = Array.from({ length: categories }, (_, c) => ({
    category: `category ${c}`,
    features: Array.from({ length: 2 + random.below(4) }, (_, f) => `feature ${f}`),
  }))
  const applicants = Array.from({ length: n }, (_, i) => ({
    number: i + 1,
    features: Object.fromEntries(
      named.map(({ category, features }) => {
        const often = (random.below(1000) / 1000) ** 2
        return [category, features[Math.floor(often * features.length)] ?? '']
      }),
    ),
  }))
  const targets = named.flatMap(({ category, features }) =>
    features.map((feature) =>
      target(
        category,
        feature,
        Math.floor(seats / features.length),
        Math.ceil(seats / features.length),
      ),
    ),
  )
  return { seats, targets, applicants }
}
