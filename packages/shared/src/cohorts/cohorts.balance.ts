import type { IncomeBand, Sector } from '../organisations/index.ts'

/** Yearly income under £100,000, and under £1m: bands of the NCVO Almanac. A body that is no charity is neither. */
const UNDER_100K: readonly IncomeBand[] = ['none', 'micro', 'small']
const UNDER_1M: readonly IncomeBand[] = [...UNDER_100K, 'medium']

/** CO1: a cohort crosses sectors. */
export const SECTORS_AT_LEAST = 2

export interface Balance {
  members: number
  sectors: number
  under100k: number
  under1m: number
  /** How many of them FR-06 keeps for small ones: one place under £100k, half (rounded down) under £1m. */
  reserved: { under100k: number; under1m: number }
  reservedFilled: boolean
}

/** Who is in a cohort, counted as CO1 and FR-06 count. Pure: shown while choosing, enforced when it is announced. */
export function balanceOf(members: readonly { sector: Sector; incomeBand: IncomeBand }[]): Balance {
  const under100k = members.filter((m) => UNDER_100K.includes(m.incomeBand)).length
  const under1m = members.filter((m) => UNDER_1M.includes(m.incomeBand)).length
  const reserved = { under100k: 1, under1m: Math.floor(members.length / 2) }
  return {
    members: members.length,
    sectors: new Set(members.map((m) => m.sector)).size,
    under100k,
    under1m,
    reserved,
    reservedFilled: under100k >= reserved.under100k && under1m >= reserved.under1m,
  }
}
