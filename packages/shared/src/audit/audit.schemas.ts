import * as z from 'zod/mini'
import { id, instant } from '../http/index.ts'

/** How far a place's chain of events had come at a moment. Whoever keeps one can tell later whether it was changed. */
export const checkpoint = z.object({
  /** The place, or the nil UUID for events of no place. */
  chain: id,
  /** Events up to then. */
  size: z.number(),
  /** SHA-256 of the newest link, 64 hexadecimal digits. */
  hash: z.string(),
  /** The installation that said so: https://partners.example.org */
  origin: z.string(),
  at: instant,
})
export type Checkpoint = z.output<typeof checkpoint>

/** The newest checkpoints first, a hundred at most. */
export const checkpoints = z.object({ items: z.array(checkpoint) })

/** One page of a trail: lines for the verifier, to be kept as they are, one below the other. */
export const trailPage = z.object({
  items: z.array(z.string()),
  nextCursor: z.nullable(z.string()),
})

/** The number of the last line that was read. */
export const trailQuery = z.strictObject({
  cursor: z.optional(z.string().check(z.regex(/^\d{1,15}$/))),
})
