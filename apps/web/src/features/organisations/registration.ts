import type { Me } from '@howcanwe/shared/identity'
import { INCOME_BANDS, KINDS, type RegisterCandidate } from '@howcanwe/shared/organisations'
import { theme } from '@howcanwe/shared/places'
import * as z from 'zod/mini'
import type { Registration } from './organisations.queries.ts'

const MOST_THEMES = 8

/** The larger body an organisation is part of, as the form holds it. */
export type Parent = NonNullable<NonNullable<Registration['parent']>>

/** Whose money counts: a branch without its own accounts and board is asked about its parent's. */
export const asksParent = (parent: Parent | null | undefined): boolean =>
  parent != null && !parent.ownAccountsAndBoard

/** One answer about money is enough: it is the parent's where the parent's counts. */
export const withBand = (
  parent: Parent | null | undefined,
  incomeBand: Parent['incomeBand'] | undefined,
): Parent | null =>
  parent ? { ...parent, incomeBand: asksParent(parent) ? (incomeBand ?? null) : null } : null

/** What a form holds while it is not finished. */
export type Unfinished = Partial<Omit<Registration, 'contact'>> & {
  contact: Partial<Registration['contact']>
}

/** Nothing is asked that we know already (WCAG 3.3.7): the person's own name and address stand there to be changed. */
export const blank = (placeId: string, me: Me): Unfinished => ({
  placeId,
  name: '',
  areaIds: [],
  themes: [],
  contact: { name: me.displayName ?? '', email: me.email, phone: null },
  registerNumber: '',
  parent: null,
})

/** The same for somebody on the telephone: nothing of whoever types. */
export const forSomebody = (placeId: string): Unfinished => ({
  placeId,
  name: '',
  areaIds: [],
  themes: [],
  contact: { name: '', email: null, phone: null },
  registerNumber: '',
  parent: null,
})

/** What the register says of an entry, as answers to start from. */
export const answersFrom = (entry: RegisterCandidate) => ({
  registerEntryId: entry.id,
  name: entry.name,
  kind: entry.kind,
  themes: entry.themes.slice(0, MOST_THEMES),
  ...(entry.incomeBand ? { incomeBand: entry.incomeBand } : {}),
})

const words = z.catch(z.optional(z.string()), undefined)
const kept = z.object({
  placeId: z.string(),
  name: words,
  kind: z.catch(z.optional(z.enum(KINDS)), undefined),
  incomeBand: z.catch(z.optional(z.enum(INCOME_BANDS)), undefined),
  areaIds: z.catch(z.array(z.string()), []),
  themes: z.catch(z.array(theme), []),
  contact: z.catch(
    z.object({
      name: words,
      email: z.catch(z.nullable(z.string()), null),
      phone: z.catch(z.nullable(z.string()), null),
    }),
    { name: undefined, email: null, phone: null },
  ),
  registerNumber: words,
  parent: z.catch(
    z.nullable(
      z.object({
        name: z.string(),
        incomeBand: z.catch(z.nullable(z.enum(INCOME_BANDS)), null),
        ownAccountsAndBoard: z.boolean(),
      }),
    ),
    null,
  ),
})

/** A copy kept on this device, as far as it can be read and speaks of this place; an entry is chosen anew. */
export function fromDevice(copy: unknown, placeId: string): Unfinished | null {
  const read = z.safeParse(kept, copy)
  return read.success && read.data.placeId === placeId && read.data.name ? read.data : null
}
