/** How many, and how many of them have less than £100,000 a year. */
export interface Share {
  all: number
  small: number
}

/** Invitations after which the share of the small ones is looked at (FR-05). */
export const EVERY = 10

/** As many as one press invites. */
export const BATCH = 20

/**
 * The small ones that so many invitations need at least, so that their share among the invited is no less than among
 * those that fit (FR-05). Whole numbers only: small · eligible.all ≥ eligible.small · count.
 */
export const smallNeeded = (eligible: Share, count: number): number =>
  eligible.all === 0 ? 0 : Math.floor((eligible.small * count + eligible.all - 1) / eligible.all)

/** The tenth, twentieth, … that so many invitations have reached or go towards. */
const tenthOf = (count: number): number => Math.ceil(count / EVERY) * EVERY

/** Why a batch may not go: it is short at a tenth it reaches, or leaves too little room before the next one. */
export interface Short {
  kind: 'short' | 'lost'
  tenth: number
  missing: number
}

/**
 * The first tenth at which a batch would leave the small ones short, or out of reach: what was sent is not taken back,
 * so the places left before a tenth have to hold the small ones it still asks for, as far as so many fit at all. Sent
 * in its best order, small ones first. Small ones alone may always go: they are the only way back.
 *
 * @param invited those invited before
 * @returns how many small ones, or places for them, are missing; undefined when the batch may go
 */
export function shortAtTenth(invited: Share, batch: Share, eligible: Share): Short | undefined {
  if (batch.small === batch.all) return undefined
  const small = invited.small + batch.small
  const end = invited.all + batch.all
  const firstLarge = invited.all + batch.small + 1
  for (let tenth = tenthOf(firstLarge); tenth <= tenthOf(end); tenth += EVERY) {
    const left = Math.max(0, tenth - end)
    const needed = smallNeeded(eligible, tenth)
    const missing = (left > 0 ? Math.min(needed, eligible.small) : needed) - small - left
    if (missing > 0) return { kind: left > 0 ? 'lost' : 'short', tenth, missing }
  }
  return undefined
}

/**
 * What would let a refused batch go: so many fewer large ones, or so many more small ones beside them.
 *
 * @returns `more` is undefined where one press does not hold as many as it would take
 */
export function waysOut(
  invited: Share,
  batch: Share,
  eligible: Share,
): { fewer: number; more: number | undefined } {
  const goes = (all: number, small: number) => !shortAtTenth(invited, { all, small }, eligible)
  let fewer = 0
  while (!goes(batch.all - fewer, batch.small)) fewer++
  for (let more = 0; batch.all + more <= BATCH; more++)
    if (goes(batch.all + more, batch.small + more)) return { fewer, more }
  return { fewer, more: undefined }
}

/**
 * What the next tenth still asks for, for somebody who is choosing.
 *
 * @param invited with those ticked now
 * @returns `missing` small ones among the `left` invitations before it, no more than there is room for; `onlySmall`
 *   when not one large one may go before it
 */
export function nextTenth(
  invited: Share,
  eligible: Share,
): { tenth: number; missing: number; left: number; onlySmall: boolean } {
  const tenth = tenthOf(invited.all + 1)
  const left = tenth - invited.all
  const missing = Math.max(0, smallNeeded(eligible, tenth) - invited.small)
  const onlySmall = shortAtTenth(invited, { all: 1, small: 0 }, eligible) !== undefined
  return { tenth, missing: Math.min(missing, left), left, onlySmall }
}
