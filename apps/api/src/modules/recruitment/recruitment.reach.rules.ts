import { FEWEST_SHOWN, type LeastReached, type Reach } from '@howcanwe/shared/recruitment'

/** How many of those who came up gave an answer; null where that is hidden. */
export interface Reached {
  category: string
  feature: string
  inGroup: number | null
  /** Out of a hundred whom it affects; null where nobody knows. */
  affected: number | null
}

/**
 * Reach parity (M27): the lowest of share in the group ÷ share among those affected, of the answers whose numbers are given.
 * Null where nobody said who is affected, or the group is too small to say it of anybody.
 */
export function leastReached(reached: readonly Reached[], of: number): LeastReached | null {
  if (of < FEWEST_SHOWN) return null
  const [least] = reached
    .flatMap(({ category, feature, inGroup, affected }) =>
      affected && inGroup !== null
        ? [
            {
              ...{ category, feature, inGroup, of, affected },
              parity: { num: inGroup * 100, den: of * affected },
            },
          ]
        : [],
    )
    .toSorted((a, b) => a.parity.num * b.parity.den - b.parity.num * a.parity.den)
  return least ?? null
}

/**
 * The same for anybody. What it says hangs on shown numbers alone: whether a hidden answer was reached less is not to be
 * read from it.
 *
 * @param reached with hidden numbers as null
 */
export function shownReach(reached: readonly Reached[], of: number): Reach | null {
  const known = reached.filter(({ affected }) => affected)
  if (known.length === 0) return null
  const hidden = known.filter(({ inGroup }) => of < FEWEST_SHOWN || inGroup === null).length
  return { least: leastReached(known, of), hidden }
}
