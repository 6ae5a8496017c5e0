import { createHash } from 'node:crypto'
import type { AlreadyIn, Ask, Shortlist } from './matching.list.ts'

/** Raised whenever the same findings are said differently, so that every list is made again; a test tells when. */
export const FORM = 1

/** Of somebody shown, what no organisation's change says: how long it has been quiet, and its entry in the register. */
export interface Unsaid {
  quietSince: Date | null
  rowHash: string | null
}

/**
 * What a list rests on beyond what `challenge_matches.changes` counts. Where both are as they were, the list would come
 * out the same, word for word.
 */
export function fingerprintOf(
  { question: { asked }, members }: Ask,
  { shown, eligible, considered }: Shortlist,
  already: AlreadyIn,
  unsaidOf: (id: string) => Unsaid | undefined,
): string {
  const found = shown.map(({ id, score, sure, place, level, movedUp }) => {
    const { quietSince, rowHash } = unsaidOf(id) ?? { quietSince: null, rowHash: null }
    return [id, score, sure, place, level, movedUp, quietSince, rowHash]
  })
  const rests = [FORM, asked, [...members.keys()], already, eligible, considered, found]
  return createHash('sha256').update(JSON.stringify(rests)).digest('base64url')
}
