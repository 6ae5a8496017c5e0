import { INCOME_BANDS, type IncomeBand } from '../organisations/index.ts'

/** EI3: how many organisations answer as one. */
export const JOINT_SIZE = { min: 2, max: 6 } as const

/** Words of one member's own part. */
export const PART_WORDS = 80

/** Letters of the sentence with which somebody asks to lend no more than their name (FR-13). */
export const NAME_ONLY_LETTERS = 20

/**
 * The band a joint answer counts as (§2.7): the smallest band that at least half of its members are in or below. Where
 * most share a band it is that one; of two in balance it is the smaller. Two small groups beside three large charities
 * do not make them small.
 *
 * @throws RangeError without members
 */
export function bandOfMajority(bands: readonly IncomeBand[]): IncomeBand {
  const order = bands.map((band) => INCOME_BANDS.indexOf(band)).sort((a, b) => a - b)
  const middle = order[Math.ceil(order.length / 2) - 1]
  const band = middle === undefined ? undefined : INCOME_BANDS[middle]
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
