import { createHash } from 'node:crypto'
import type { Scored } from './matching.rules.ts'

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Settles ties the same way for whoever asks; published with the list. */
export const seedOf = (challengeId: string): string => sha256(`how-can-we/matches/${challengeId}`)
/** A candidate's place among equals; smaller first. */
export const lotOf = (seed: string, candidateId: string): string => sha256(seed + candidateId)

/** Best first: score, then how sure we are, then the seed's lot. */
export function inOrder<C extends Pick<Scored, 'score' | 'confidence'> & { id: string }>(
  candidates: readonly C[],
  seed: string,
): C[] {
  const lots = new Map(candidates.map((c) => [c.id, lotOf(seed, c.id)]))
  const lot = (c: C) => lots.get(c.id) ?? ''
  return candidates.toSorted(
    (a, b) => b.score - a.score || b.confidence - a.confidence || (lot(a) < lot(b) ? -1 : 1),
  )
}
