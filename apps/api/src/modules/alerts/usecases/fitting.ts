import type { Database } from '../../../db/database.ts'
import { challengesFor } from '../../matching/index.ts'
import { takesAsks } from '../../organisations/index.ts'
import { firstReason, isWorthAnEmail, type ReasonWithFacts } from '../alerts.reasons.rules.ts'
import type { Reads } from '../queries/hits.queries.ts'

/** A challenge that fits an organisation somebody reads for, and why. */
export interface Fit {
  challengeId: string
  organisationId: string
  organisation: string
  score: number
  reason: ReasonWithFacts | null
}

/**
 * What fits organisations by matching: the same list as on their own page, less what lies elsewhere. Nothing for one
 * that pauses or has left: those are not asked for anything (FR-12).
 */
export async function fitsOf(tx: Database, reads: readonly Reads[]): Promise<Fit[]> {
  const found: Fit[] = []
  for (const { organisationId, organisation, namesAreas } of reads) {
    if (!(await takesAsks(tx, organisationId))) continue
    const { items } = await challengesFor(tx, organisationId)
    for (const one of items.filter((item) => isWorthAnEmail(item, namesAreas)))
      found.push({
        challengeId: one.challengeId,
        ...{ organisationId, organisation },
        score: one.score,
        reason: firstReason(one),
      })
  }
  return found
}

/** Of several organisations that a challenge fits, the one it fits best. */
export const bestFirst = (fits: readonly Fit[]): Fit[] => fits.toSorted((a, b) => b.score - a.score)
