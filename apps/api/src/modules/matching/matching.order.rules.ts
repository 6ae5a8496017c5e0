import { createHash } from 'node:crypto'
import type { Scored } from './matching.rules.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const HEX_OF_32_BITS = 8
/** The first 31 bits of a text's sha256. */
export const drawnOf = (text: string): number =>
  Number.parseInt(sha256(text).slice(0, HEX_OF_32_BITS), 16) >>> 1
/** A prime, so that no two of the numbers below it fall together. */
const PLACES = 2_147_483_647

/** Settles ties the same way for whoever asks; published with the list. */
export const seedOf = (challengeId: string): string => sha256(`how-can-we/matches/${challengeId}`)

/** What a seed multiplies every lot with: 1 to 2³¹ − 2. */
export const multiplierOf = (seed: string): number =>
  1 + ((Number.parseInt(seed.slice(0, HEX_OF_32_BITS), 16) >>> 1) % (PLACES - 1))

/**
 * A candidate's place among equals; smaller first. Its lot never changes, the multiplier does with every challenge, so
 * nobody stands behind the same neighbour twice. Anybody can repeat it:
 * `first31(sha256(id)) × (1 + first31(seed) mod (2³¹ − 2)) mod (2³¹ − 1)`.
 */
export const lotOf = (seed: string, candidateId: string): number =>
  placeOf(drawnOf(candidateId), multiplierOf(seed))

const HALF = 65_536
/** `lot × multiplier mod (2³¹ − 1)`, by halves, so that no product passes what a number holds exactly. */
export function placeOf(lot: number, multiplier: number): number {
  const high = (lot * Math.floor(multiplier / HALF)) % PLACES
  return (high * HALF + lot * (multiplier % HALF)) % PLACES
}

/** Best first: score, then how sure we are, then the seed's lot. */
export function inOrder<C extends Pick<Scored, 'score' | 'confidence'> & { id: string }>(
  candidates: readonly C[],
  seed: string,
): C[] {
  const lots = new Map(candidates.map((c) => [c.id, lotOf(seed, c.id)]))
  const lot = (c: C) => lots.get(c.id) ?? 0
  return candidates.toSorted(
    (a, b) =>
      b.score - a.score || b.confidence - a.confidence || lot(a) - lot(b) || (a.id < b.id ? -1 : 1),
  )
}
