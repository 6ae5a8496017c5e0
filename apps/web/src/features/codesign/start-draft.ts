import { readDraft } from '../../lib/drafts.ts'

/** A group as it stands in the form. */
export type Typed = typeof EMPTY

export const EMPTY = {
  name: '',
  about: '',
  rung: '',
  decides: '',
  shapes: '',
  fixed: '',
  answersBy: '',
  youGet: '',
  facilitatorId: '',
  places: '12',
}

export const draftKey = (challengeId: string): string => `group:${challengeId}`

/** What this device kept of an unfinished group; only texts are taken over. For effects. */
export function keptGroup(challengeId: string): { typed: Typed; at: Date } | null {
  const kept = readDraft(draftKey(challengeId))
  if (!kept || typeof kept.value !== 'object' || kept.value === null) return null
  const texts = Object.entries(kept.value).filter(
    ([name, value]) => name in EMPTY && typeof value === 'string',
  )
  return { typed: { ...EMPTY, ...Object.fromEntries(texts) }, at: kept.at }
}
