/** How many, and how many of them have less than £100,000 a year. */
export interface Share {
  all: number
  small: number
}

/** Invitations after which the share of the small ones is looked at (FR-05). */
export const EVERY = 10

/**
 * The small ones that so many invitations need at least, so that their share among the invited is no less than among
 * those that fit (FR-05). Whole numbers only: small · eligible.all ≥ eligible.small · count.
 */
export const smallNeeded = (eligible: Share, count: number): number =>
  eligible.all === 0 ? 0 : Math.floor((eligible.small * count + eligible.all - 1) / eligible.all)

/** Whether a batch brings the invitations of a challenge to a tenth, twentieth, … */
export const reachesTenth = (invited: number, batch: number): boolean =>
  Math.floor((invited + batch) / EVERY) > Math.floor(invited / EVERY)

/**
 * The first tenth at which a batch would leave the small ones short, sent in its best order: small ones first.
 *
 * @param invited those invited before
 * @returns how many small ones are missing there; undefined when the batch may go
 */
export function shortAtTenth(
  invited: Share,
  batch: Share,
  eligible: Share,
): { tenth: number; missing: number } | undefined {
  const first = (Math.floor(invited.all / EVERY) + 1) * EVERY
  for (let tenth = first; tenth <= invited.all + batch.all; tenth += EVERY) {
    const small = invited.small + Math.min(batch.small, tenth - invited.all)
    const missing = smallNeeded(eligible, tenth) - small
    if (missing > 0) return { tenth, missing }
  }
  return undefined
}

/**
 * What the next tenth still asks for, for somebody who is choosing.
 *
 * @param invited with those ticked now
 * @returns `missing` small ones among the `left` invitations before it; out of reach where missing is more than left
 */
export function nextTenth(
  invited: Share,
  eligible: Share,
): { tenth: number; missing: number; left: number } {
  const tenth = (Math.floor(invited.all / EVERY) + 1) * EVERY
  return {
    tenth,
    missing: Math.max(0, smallNeeded(eligible, tenth) - invited.small),
    left: tenth - invited.all,
  }
}
