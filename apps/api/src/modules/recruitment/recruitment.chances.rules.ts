import type { Kind, Target } from './recruitment.pool.rules.ts'
import { type Row, type Solution, solve, type Term } from './recruitment.solver.ts'
import { counted, everybody, membersAtMost } from './recruitment.targets.rules.ts'

/** How many of each kind sit in a panel. */
export type Mix = readonly number[]

/** Panels with the share of all draws in which each is drawn; shares add up to 1. */
export interface Distribution {
  mixes: readonly { mix: Mix; share: number }[]
  /** Chance of one person of each kind, 0 … 1. */
  chances: readonly number[]
}

interface Problem {
  kinds: readonly Kind[]
  targets: readonly Target[]
  seats: number
}

/** Closer than this is equal: HiGHS works with an accuracy of 1e-7. */
const ACCURATE = 1e-6
/** A kind whose row is worth less than this may still gain from a later round. */
const TIGHT = 1e-5

/** The panel within the targets that is worth most, one person of kind k being worth weights[k]. */
async function bestMix({ kinds, targets, seats }: Problem, weights: readonly number[]) {
  const best = await solve({
    goal: 'Maximize',
    objective: kinds.map((_, k): Term => [weights[k] ?? 0, `c${k}`]),
    rows: [
      { name: 'seats', terms: everybody(kinds), is: '=', value: seats },
      ...targets.flatMap((target, t): Row[] => {
        const terms = counted(kinds, target)
        if (terms.length === 0) return []
        return [
          { name: `min${t}`, terms, is: '>=', value: target.min },
          { name: `max${t}`, terms, is: '<=', value: target.max },
        ]
      }),
    ],
    upTo: membersAtMost(kinds),
    whole: everybody(kinds).map(([, name]) => name),
  })
  return best && kinds.map((_, k) => Math.round(best.of(`c${k}`)))
}

/** A few panels in which everybody who can sit in any panel sits in one. */
async function firstMixes(problem: Problem): Promise<Mix[]> {
  const mixes: Mix[] = []
  const seen = problem.kinds.map(() => false)
  for (;;) {
    const mix = await bestMix(
      problem,
      seen.map((was) => (was ? 0 : 1)),
    )
    const isNew = mix?.some((count, k) => count > 0 && !seen[k])
    // A panel of nobody is one too: every seat is kept free.
    if (!mix || !isNew) return mixes.length > 0 || !mix ? mixes : [mix]
    mixes.push(mix)
    for (const [k, count] of mix.entries()) seen[k] = seen[k] || count > 0
  }
}

/** The shares that lift the lowest chance among those not settled, while the settled keep theirs. */
async function shares(
  kinds: readonly Kind[],
  mixes: readonly Mix[],
  settled: readonly (number | null)[],
) {
  const chanceOf = (k: number): Term[] =>
    mixes.map((mix, p) => [(mix[k] ?? 0) / (kinds[k]?.members.length ?? 1), `l${p}`])
  const best = await solve({
    goal: 'Maximize',
    objective: [[1, 'lowest']],
    rows: [
      { name: 'all', terms: mixes.map((_, p) => [1, `l${p}`]), is: '=', value: 1 },
      ...kinds.map((_, k): Row => {
        const kept = settled[k] ?? null
        const terms = chanceOf(k)
        return kept === null
          ? { name: `k${k}`, terms: [...terms, [-1, 'lowest']], is: '>=', value: 0 }
          : { name: `k${k}`, terms, is: '>=', value: Math.max(0, kept - ACCURATE / 10) }
      }),
    ],
    upTo: { lowest: 1 },
  })
  if (!best) throw new Error('Settled chances contradict each other')
  return best
}

/**
 * One round of column generation: panels are added as long as one is worth more than those there are.
 * What a kind's row is worth says how much the lowest chance would rise if that kind did not need its share.
 */
async function lift(
  problem: Problem,
  mixes: Mix[],
  settled: readonly (number | null)[],
): Promise<Solution> {
  for (;;) {
    const best = await shares(problem.kinds, mixes, settled)
    const weights = problem.kinds.map((kind, k) => best.worth(`k${k}`) / kind.members.length)
    const mix = await bestMix(problem, weights)
    const worth = (mix ?? []).reduce((sum, count, k) => sum + count * (weights[k] ?? 0), 0)
    const isKnown = mixes.some((one) => one.every((count, k) => count === mix?.[k]))
    if (!mix || isKnown || worth <= best.worth('all') + ACCURATE) return best
    mixes.push(mix)
  }
}

/**
 * Leximin: the lowest chance is as high as the targets allow, then the second lowest, and so on. (Flanigan, Gölz, Gupta,
 * Hennig and Procaccia, *Fair algorithms for selecting citizens' assemblies*, Nature 2021; here over kinds of people
 * instead of people, which gives the same chances and far smaller programs.)
 *
 * @returns null where no panel keeps the targets
 */
export async function fairest(problem: Problem): Promise<Distribution | null> {
  const { kinds } = problem
  const mixes = await firstMixes(problem)
  if (mixes.length === 0) return null
  // Whoever sits in no panel at all under these targets has no chance to lift.
  const settled = kinds.map((_, k) => (mixes.some((mix) => (mix[k] ?? 0) > 0) ? null : 0)) as (
    | number
    | null
  )[]
  let best = await lift(problem, mixes, settled)
  while (settled.includes(null)) {
    const lowest = best.of('lowest')
    const open = settled.flatMap((kept, k) => (kept === null ? [k] : []))
    const tight = open.filter((k) => best.worth(`k${k}`) > TIGHT)
    for (const k of tight.length > 0 ? tight : open) settled[k] = lowest
    if (settled.includes(null)) best = await lift(problem, mixes, settled)
  }
  return distributionOf(kinds, mixes, best)
}

function distributionOf(
  kinds: readonly Kind[],
  mixes: readonly Mix[],
  best: Solution,
): Distribution {
  const used = mixes
    .map((mix, p) => ({ mix, share: best.of(`l${p}`) }))
    .filter(({ share }) => share > ACCURATE / 10)
  const total = used.reduce((sum, { share }) => sum + share, 0)
  const whole = used.map(({ mix, share }) => ({ mix, share: share / total }))
  const chances = kinds.map((kind, k) =>
    whole.reduce((sum, { mix, share }) => sum + ((mix[k] ?? 0) / kind.members.length) * share, 0),
  )
  return { mixes: whole, chances }
}
