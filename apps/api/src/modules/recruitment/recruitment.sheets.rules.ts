import type { Distribution, Mix } from './recruitment.chances.rules.ts'
import type { Kind } from './recruitment.pool.rules.ts'
import { numbersOf } from './recruitment.random.rules.ts'

/** So many sheets lie in the box, each with a whole panel on it; one of them is drawn. */
export const SHEETS = 1000

/**
 * Turns shares into numbers of sheets that add up to all sheets: whole sheets first, what is left over to the largest
 * remainders, earlier panels first among equals.
 */
export function sheetsOf(shares: readonly number[], sheets: number): number[] {
  const exact = shares.map((share) => share * sheets)
  const counts = exact.map((n) => Math.floor(n + 1e-9))
  const left = sheets - counts.reduce((sum, n) => sum + n, 0)
  const byRemainder = exact
    .map((n, p) => ({ p, remainder: n - (counts[p] ?? 0) }))
    .toSorted((a, b) => b.remainder - a.remainder || a.p - b.p)
  for (const { p } of byRemainder.slice(0, left)) counts[p] = (counts[p] ?? 0) + 1
  return counts
}

/**
 * Gives the members of one kind turns. Everybody has had a turn before anybody has the next one, and each round has a
 * new order, so that two people do not always come together.
 */
function turnsOf(members: readonly number[], shuffled: (of: readonly number[]) => number[]) {
  let round = shuffled(members)
  return (count: number): number[] => {
    const taken = round.splice(0, count)
    if (taken.length === count) return taken
    const others = shuffled(members.filter((member) => !taken.includes(member)))
    round = [...others, ...shuffled(taken)]
    return [...taken, ...round.splice(0, count - taken.length)]
  }
}

/**
 * Writes people on sheets. Within a kind, two people differ by one sheet at most.
 *
 * @param seed in which order; nothing hangs on it, because the sheets are published before one is drawn
 * @returns each sheet's pool numbers, in order
 */
export function writeSheets(
  kinds: readonly Kind[],
  { mixes }: Distribution,
  seed: string,
  sheets = SHEETS,
): number[][] {
  const { shuffled } = numbersOf(seed)
  const counts = sheetsOf(
    mixes.map(({ share }) => share),
    sheets,
  )
  const takes = kinds.map(({ members }) => turnsOf(members, shuffled))
  return shuffled(mixes.flatMap(({ mix }, p) => Array<Mix>(counts[p] ?? 0).fill(mix))).map((mix) =>
    mix.flatMap((count, k) => takes[k]?.(count) ?? []).toSorted((a, b) => a - b),
  )
}

/** On how many sheets each person stands; out of all sheets that is their chance. */
export function standsOn(sheets: readonly (readonly number[])[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const number of sheets.flat()) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}
