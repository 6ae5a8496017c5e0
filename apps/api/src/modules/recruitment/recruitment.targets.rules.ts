import {
  appliedFor,
  categoriesOf,
  has,
  type Kind,
  kindsOf,
  type Pool,
  type Target,
} from './recruitment.pool.rules.ts'
import { type Row, solve, type Term } from './recruitment.solver.ts'

/** Fewer applied than the floor asks for: all of them take part, and the lack is shown (T12). */
export interface Shortage {
  category: string
  feature: string
  floor: number
  applied: number
}
/** A target that cannot be kept together with the others, and what it became. */
export interface Relaxed {
  category: string
  feature: string
  edge: 'min' | 'max'
  from: number
  to: number
}
/** Targets that this pool can keep. */
export interface Fitted {
  targets: readonly Target[]
  /** Seats the lottery fills. */
  drawn: number
  /** Seats kept free for those of whom too few applied; nobody else gets them silently (T12). */
  held: number
  shortages: readonly Shortage[]
  relaxed: readonly Relaxed[]
}

/** What giving way by one person costs: ceilings give way first, floors later, those of the least-served last. */
const COST = { ceiling: 10, floor: 100, leastServed: 10_000 }
/** Of two ways that cost the same, the one that is spread over several targets. */
const SPREAD = 1

export const shortagesOf = ({ targets, applicants }: Pool): Shortage[] =>
  targets
    .map((t) => ({
      category: t.category,
      feature: t.feature,
      floor: t.min,
      applied: appliedFor(t, applicants),
    }))
    .filter(({ floor, applied }) => applied < floor)

/**
 * How many seats stay free: within a category every seat that is short is another person; between categories one person
 * may fill two lacks, so the category that lacks most decides.
 */
export const heldFor = (shortages: readonly Shortage[], targets: readonly Target[]): number =>
  Math.max(
    0,
    ...categoriesOf(targets).map((category) =>
      shortages
        .filter((short) => short.category === category)
        .reduce((sum, { floor, applied }) => sum + floor - applied, 0),
    ),
  )

/** The terms of everybody who counts towards a target. */
export const counted = (kinds: readonly Kind[], target: Target): Term[] =>
  kinds.flatMap((kind, k): Term[] => (has(kind, target) ? [[1, `c${k}`]] : []))

export const everybody = (kinds: readonly Kind[]): Term[] => kinds.map((_, k) => [1, `c${k}`])

export const membersAtMost = (kinds: readonly Kind[]): Record<string, number> =>
  Object.fromEntries(kinds.map((kind, k) => [`c${k}`, kind.members.length]))

/** The least that must give way so that a panel exists at all. Adding up is by cost, so the least-served come last. */
async function giveWay(kinds: readonly Kind[], targets: readonly Target[], seats: number) {
  const names = targets.flatMap((_, t) => [`under${t}`, `over${t}`])
  const rows = targets.flatMap((target, t): Row[] => {
    const terms = counted(kinds, target)
    return [
      { name: `min${t}`, terms: [...terms, [1, `under${t}`]], is: '>=', value: target.min },
      { name: `max${t}`, terms: [...terms, [-1, `over${t}`]], is: '<=', value: target.max },
    ]
  })
  const best = await solve({
    goal: 'Minimize',
    objective: [
      ...targets.flatMap((target, t): Term[] => [
        [target.leastServed ? COST.leastServed : COST.floor, `under${t}`],
        [COST.ceiling, `over${t}`],
      ]),
      [SPREAD, 'most'],
    ],
    rows: [
      { name: 'seats', terms: everybody(kinds), is: '=', value: seats },
      ...rows,
      ...names.map(
        (name): Row => ({
          name: `most_${name}`,
          terms: [
            [1, 'most'],
            [-1, name],
          ],
          is: '>=',
          value: 0,
        }),
      ),
    ],
    upTo: membersAtMost(kinds),
    whole: [...everybody(kinds).map(([, name]) => name), ...names],
  })
  if (!best) throw new Error('More seats than applicants: nothing to draw')
  return (name: string) => Math.round(best.of(name))
}

/**
 * Makes targets of which the pool can keep all. A floor above the number of applicants becomes that number. If they
 * still contradict each other, as little as possible gives way, and each step is told.
 *
 * @param pool with more applicants than seats
 * @param keepFree whether seats that are short stay free; false only where somebody decided so, in the open
 */
export async function fitted(pool: Pool, keepFree = true): Promise<Fitted> {
  const kinds = kindsOf(pool)
  const shortages = shortagesOf(pool)
  const held = keepFree ? Math.min(pool.seats, heldFor(shortages, pool.targets)) : 0
  const possible = pool.targets.map((target) => ({
    ...target,
    min: Math.min(target.min, appliedFor(target, pool.applicants)),
  }))
  const by = await giveWay(kinds, possible, pool.seats - held)
  const targets = possible.map((target, t) => ({
    ...target,
    min: target.min - by(`under${t}`),
    max: target.max + by(`over${t}`),
  }))
  return { targets, drawn: pool.seats - held, held, shortages, relaxed: changed(possible, targets) }
}

const changed = (before: readonly Target[], after: readonly Target[]): Relaxed[] =>
  before.flatMap((target, t) =>
    (['min', 'max'] as const).flatMap((edge): Relaxed[] => {
      const to = after[t]?.[edge] ?? target[edge]
      const { category, feature } = target
      return to === target[edge] ? [] : [{ category, feature, edge, from: target[edge], to }]
    }),
  )
