import * as z from 'zod/mini'

/** What was typed in a question and goes along to a decision. */
export interface Carried {
  title: string
  atRisk: string
}

const TITLE_MAX = 120
const carried = z.object({ title: z.string(), atRisk: z.string() })

/** From a question to a decision: what it is about, without its opening, and what must not be put at risk. */
export const carryFrom = (rest: string, notAtRisk: string): Carried => ({
  title: [...rest.replace(/\?$/, '').trim()].slice(0, TITLE_MAX).join(''),
  atRisk: notAtRisk,
})

/** The state of an address, as far as it is ours; nothing else is trusted. */
export function carriedIn(state: unknown): Carried {
  const parsed = z.safeParse(carried, state)
  return parsed.success ? parsed.data : { title: '', atRisk: '' }
}
