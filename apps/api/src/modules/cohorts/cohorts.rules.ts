import { balanceOf, SECTORS_AT_LEAST } from '@howcanwe/shared/cohorts'
import type { IncomeBand, Sector } from '@howcanwe/shared/organisations'

export interface Answered {
  id: string
  sector: Sector
  incomeBand: IncomeBand
}

export type Fault =
  | 'cohorts.interest_unknown'
  | 'cohorts.decided_twice'
  | 'cohorts.decision_missing'
  | 'cohorts.more_than_announced'
  | 'cohorts.one_sector'
  | 'cohorts.reserved_places'

/**
 * Whether everybody who answered has exactly one decision (FR-10).
 *
 * @param answered ids of the interests that stand; withdrawn ones are not among them
 * @param decided ids of all decisions, chosen or not
 */
export function faultInDecisions(
  answered: readonly string[],
  decided: readonly string[],
): Fault | undefined {
  const known = new Set(answered)
  const once = new Set(decided)
  if (decided.some((id) => !known.has(id))) return 'cohorts.interest_unknown'
  if (once.size < decided.length) return 'cohorts.decided_twice'
  if (answered.some((id) => !once.has(id))) return 'cohorts.decision_missing'
  return undefined
}

/**
 * Whether these organisations make a cohort (CO1, FR-06). How few there may be is the contract's: four.
 *
 * @param announced size the challenge named when it opened; it was frozen then, so it is not exceeded
 * @param searched somebody says in public how small ones were searched for
 */
export function faultInCohort(
  chosen: readonly Answered[],
  announced: number,
  searched: boolean,
): Fault | undefined {
  const balance = balanceOf(chosen)
  if (balance.members > announced) return 'cohorts.more_than_announced'
  if (balance.sectors < SECTORS_AT_LEAST) return 'cohorts.one_sector'
  if (!balance.reservedFilled && !searched) return 'cohorts.reserved_places'
  return undefined
}
