import type { Challenge } from '@howcanwe/shared/challenges'

/** What money is for, in the order it is shown. */
export const USES = ['participationPence', 'backfillPence', 'testsPence', 'accessPence'] as const
export type Use = (typeof USES)[number]

/** All money on offer, in pence. */
export const offerOf = (c: Pick<Challenge, Use>): number =>
  USES.reduce((total, use) => total + c[use], 0)
