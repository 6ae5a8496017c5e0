import { INCOME_BANDS, type IncomeBand } from '../organisations/index.ts'

/** EI3: how many organisations answer as one. */
export const JOINT_SIZE = { min: 2, max: 6 } as const

/** Words of one member's own part. */
export const PART_WORDS = 80

/** Letters of the sentence with which somebody asks to lend no more than their name (FR-13). */
export const NAME_ONLY_LETTERS = 20

/** The place most of these share in the order of bands; of several shared by as many the largest. */
function commonestOf(sizes: readonly number[]): number {
  const sharing = (size: number) => sizes.filter((other) => other === size).length
  const most = Math.max(...sizes.map(sharing))
  return Math.max(...sizes.filter((size) => sharing(size) === most))
}

/**
 * The band a joint answer counts as (§2.7): the one more of its members are in than in any other, of several with as
 * many the largest; and never smaller than what half of its members are in or above. Where they are split it is the
 * larger side, because a place kept for small ones is gained by looking small (J-13). The database counts the same
 * (`joint_band_of`).
 *
 * @throws RangeError without members
 */
export function bandOfMajority(bands: readonly IncomeBand[]): IncomeBand {
  const sizes = bands.map((band) => INCOME_BANDS.indexOf(band)).sort((a, b) => a - b)
  const middle = sizes[Math.floor(sizes.length / 2)]
  const band = middle === undefined ? undefined : INCOME_BANDS[Math.max(middle, commonestOf(sizes))]
  if (!band) throw new RangeError('a joint answer has members')
  return band
}

interface Share {
  hoursPerMonth: number
  pence: number
  nameOnly: string | null
}

/**
 * Whether a member would only lend its name: no hours, or none of the money where there is money. Nobody does, unless
 * they asked for it themselves (FR-13, J-13).
 *
 * @param offeredPence what the challenge offers altogether; 0 where it offers no money
 */
export const lendsOnlyItsName = (share: Share, offeredPence: number): boolean =>
  share.nameOnly === null && (share.hoursPerMonth <= 0 || (offeredPence > 0 && share.pence <= 0))

export type Missing =
  | 'too-few'
  | 'too-many'
  | 'purpose'
  | 'part'
  | 'name-only'
  | 'more-than-offered'
  | 'not-agreed'

export interface Joined extends Share {
  part: string
  role: string
  agreed: boolean
}

/** What still stands between a joint answer and sending it, in the order people can mend it; empty when nothing does. */
export function missingIn(
  joint: { purpose: string; offeredPence: number },
  joined: readonly Joined[],
): Missing[] {
  const missing: Missing[] = []
  if (joined.length < JOINT_SIZE.min) missing.push('too-few')
  if (joined.length > JOINT_SIZE.max) missing.push('too-many')
  if (joint.purpose.trim() === '') missing.push('purpose')
  if (joined.some((m) => m.part.trim() === '' || m.role.trim() === '')) missing.push('part')
  if (joined.some((m) => lendsOnlyItsName(m, joint.offeredPence))) missing.push('name-only')
  const shared = joined.reduce((sum, m) => sum + m.pence, 0)
  if (shared > joint.offeredPence) missing.push('more-than-offered')
  if (joined.some((m) => !m.agreed)) missing.push('not-agreed')
  return missing
}
