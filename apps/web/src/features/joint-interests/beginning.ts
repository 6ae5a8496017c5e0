import * as z from 'zod/mini'
import { readDraft } from '../../lib/drafts.ts'
import type { Invited } from './choose-partners.tsx'

/** What is in the form before anybody is asked. */
export interface Beginning {
  purpose: string
  chosen: Invited[]
}

const kept = z.object({
  purpose: z.string(),
  chosen: z.array(z.object({ id: z.string(), name: z.string(), why: z.string() })),
})

/** What this device kept of it; null where that is nothing. A device's copy is not to be trusted. */
export function keptBeginning(name: string): (Beginning & { at: Date }) | null {
  const copy = readDraft(name)
  const read = z.safeParse(kept, copy?.value)
  if (!copy || !read.success) return null
  const { purpose, chosen } = read.data
  return purpose === '' && chosen.length === 0 ? null : { purpose, chosen, at: copy.at }
}

const brought = z.object({ purpose: z.optional(z.string()), find: z.optional(z.string()) })

/** What comes along from the questions for one organisation alone, as the state of the address. */
export function broughtAlong(state: unknown): { purpose: string; find: string } {
  const read = z.safeParse(brought, state)
  const { purpose = '', find = '' } = read.success ? read.data : {}
  return { purpose, find }
}
