import { type AGREEMENT_MISSING, isPaidInAdvance, PARTIES } from '@howcanwe/shared/agreements'
import type { IncomeBand } from '@howcanwe/shared/organisations'

type Missing = (typeof AGREEMENT_MISSING)[number]

interface Party {
  incomeBand: IncomeBand
  interests: string
  pence: number
  advance: boolean
  confirmed: boolean
}

/** What still stands between the words and living them, in the order people can mend it (§2.9, FR-13). */
export function missingIn(purpose: string, parties: readonly Party[]): Missing[] {
  const missing: Missing[] = []
  if (parties.length < PARTIES.min) missing.push('too-few')
  if (purpose.trim() === '') missing.push('purpose')
  if (parties.some((p) => p.interests.trim() === '')) missing.push('interests')
  if (parties.some((p) => p.pence > 0 && !p.advance && isPaidInAdvance(p.incomeBand)))
    missing.push('advance')
  if (parties.some((p) => !p.confirmed)) missing.push('confirm')
  return missing
}
