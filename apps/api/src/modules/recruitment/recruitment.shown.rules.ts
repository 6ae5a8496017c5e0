import { FEWEST_SHOWN } from '@howcanwe/shared/recruitment'

/**
 * Counts of one category as they may be shown (§4.3, k = 5): fewer than five are hidden, and then as many more, the
 * smallest first, as it takes that what is hidden cannot be worked out from the total. Nought is no person, and stays.
 *
 * @returns the counts, null where hidden
 */
export function shownCounts(counts: readonly number[]): (number | null)[] {
  const hidden = new Set(
    counts.flatMap((count, at) => (count > 0 && count < FEWEST_SHOWN ? [at] : [])),
  )
  const bySize = counts
    .map((count, at) => ({ count, at }))
    .filter(({ count, at }) => count > 0 && !hidden.has(at))
    .toSorted((a, b) => a.count - b.count || a.at - b.at)
  const sum = () => [...hidden].reduce((total, at) => total + (counts[at] ?? 0), 0)
  while (hidden.size > 0 && (hidden.size < 2 || sum() < FEWEST_SHOWN) && bySize.length > 0) {
    const next = bySize.shift()
    if (next) hidden.add(next.at)
  }
  return counts.map((count, at) => (hidden.has(at) ? null : count))
}

/** A number on its own; null where it would speak of fewer than five. */
export const shownCount = (count: number): number | null =>
  count === 0 || count >= FEWEST_SHOWN ? count : null

/**
 * Lottery fairness (M29): the lowest chance ÷ the highest, in hundredths. Rounded down, so that a hundred is said only where
 * nobody's chance is lower than anybody else's.
 */
export const fairnessOf = (lowest: number | null, highest: number | null): number | null =>
  lowest === null || !highest ? null : Math.floor((lowest * 100) / highest)
