import * as z from 'zod/mini'

/** Of all answers whose share among those affected is known, the one the group reached least (M27). */
export const leastReached = z.object({
  category: z.string(),
  feature: z.string(),
  /** How many of those who came up are like this, of how many. */
  inGroup: z.number(),
  of: z.number(),
  /** Out of a hundred people whom this affects. */
  affected: z.number(),
  /** Share in the group ÷ share among those affected. */
  parity: z.object({ num: z.number(), den: z.number() }),
})
export type LeastReached = z.output<typeof leastReached>

/** How far a draw reached, as anybody may read it: answers of fewer than five people are left out. */
export const reach = z.object({
  least: z.nullable(leastReached),
  /** How many answers are left out, so that `least` may not be the least of all. */
  hidden: z.number(),
})
export type Reach = z.output<typeof reach>

/** With two places, rounded down: 0.8 is not read where it is not reached. */
export const shownParity = ({ parity }: LeastReached): number =>
  Math.floor((100 * parity.num) / parity.den) / 100

/** Four fifths of their share are wanted (M27). */
export const isReached = ({ parity }: LeastReached): boolean => 5 * parity.num >= 4 * parity.den
