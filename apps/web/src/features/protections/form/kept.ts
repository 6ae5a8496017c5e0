import { theme } from '@howcanwe/shared/places'
import { EVIDENCE_KINDS } from '@howcanwe/shared/protections'
import * as z from 'zod/mini'
import { readDraft } from '../../../lib/drafts.ts'
import type { Values } from './values.ts'

/** The key of the copy on this device; gone as soon as the service has the words. */
export const deviceKey = (protectionId: string): string => `protection:${protectionId}`

const s = z.string()
const values = z.object({
  ...{ title: s, areaIds: z.array(z.uuid()), themes: z.array(theme), why: s },
  evidence: z.array(
    z.object({ key: z.int(), kind: z.enum(EVIDENCE_KINDS), statement: s, link: s }),
  ),
  ...{ atRisk: s, strengthen: s, money: s, alternatives: s, reviewOn: s, page: s },
})

/** Words of an earlier visit that never reached the service; null when it has newer ones. For effects only. */
export function keptValues(protectionId: string, savedAt: Date): Values | null {
  const kept = readDraft(deviceKey(protectionId))
  if (!kept || kept.at <= savedAt) return null
  const parsed = z.safeParse(values, kept.value)
  return parsed.success ? parsed.data : null
}
