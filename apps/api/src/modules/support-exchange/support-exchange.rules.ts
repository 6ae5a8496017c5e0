/** An offer of the sort that is asked for. */
export interface Offered {
  id: string
  /** The last day it holds. */
  until: string
  /** Areas both work in. */
  areas: readonly string[]
}

/** Those that work in the same areas first, then those that hold longest; no size, no speed, no past. */
export const inOrder = <O extends Offered>(offers: readonly O[]): O[] =>
  offers.toSorted(
    (a, b) =>
      b.areas.length - a.areas.length ||
      (a.until === b.until ? (a.id < b.id ? -1 : 1) : a.until < b.until ? 1 : -1),
  )

const YEAR_MS = 366 * 86_400_000

/** @param endsAt when the last day is over, in the place */
export const isGoodDay = (endsAt: Date, now: Date): boolean =>
  endsAt > now && endsAt.getTime() - now.getTime() <= YEAR_MS
