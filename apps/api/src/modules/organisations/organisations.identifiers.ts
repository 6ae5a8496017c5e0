import type { Kind } from '@howcanwe/shared/organisations'
import { joinOrgId, normaliseIdentifier, parseOrgId } from '../register/index.ts'

export interface OwnIdentifier {
  /** An org-id.guide list code; empty where we cannot tell which list the number stands in. */
  scheme: string
  value: string
  verified: 'none' | 'pattern' | 'register'
  raw: string
}

/** Lists a bare number may stand in, in the order they are tried, and the form that points to each. */
const ANY: readonly (readonly [scheme: string, form: RegExp])[] = [
  ['GB-CHC', /^[\d\s-]+$/],
  ['GB-SC', /^sc/i],
  ['GB-NIC', /^nic/i],
  ['GB-COH', /^([a-z]{2}|[\d\s]{7})/i],
]
/** Seven digits are a charity number or a company number without its nought: what they say they are decides. */
const FIRST: Partial<Record<Kind, string>> = {
  company: 'GB-COH',
  cic: 'GB-COH',
  'co-op': 'GB-COH',
  school: 'GB-EDU',
}

function listsFor(bare: string, kind: Kind): string[] {
  if (!/(\d\s?){5}/.test(bare)) return []
  const fitting = ANY.filter(([, form]) => form.test(bare)).map(([scheme]) => scheme)
  const first = FIRST[kind]
  return first ? [first, ...fitting.filter((s) => s !== first)] : fitting
}

/** The words people put before a number. */
const PREAMBLE =
  /^\s*(registered\s+)?(charity|company|cic|kvk)?\s*(number|nummer|no|nr|reg)?\s*[.:#]?\s*(?=\S*\d)/i

/**
 * Reads a number as people write it and finds the list it belongs to. A number that fits none is kept as it was
 * typed: it helps, and is never required (OR1).
 *
 * @returns undefined when nothing was typed
 */
export function readOwnNumber(raw: string | undefined, kind: Kind): OwnIdentifier | undefined {
  const typed = raw?.trim() ?? ''
  if (typed === '') return undefined
  const joined = parseOrgId(typed)
  if (joined) return { scheme: joined.list, ...picked(joined.identifier), raw: typed }
  const bare = typed.replace(PREAMBLE, '')
  for (const scheme of listsFor(bare, kind)) {
    const read = normaliseIdentifier(scheme, bare)
    if (read.verified === 'pattern') return { scheme, ...picked(read), raw: typed }
  }
  return { scheme: '', value: typed, verified: 'none', raw: typed }
}

const picked = ({ value, verified }: { value: string; verified: 'none' | 'pattern' }) => ({
  value,
  verified,
})

/** As it is shown: 'GB-CHC-1164883'; without a list, the number alone. */
export const orgIdOf = (i: { scheme: string; value: string }): string =>
  i.scheme === '' ? i.value : joinOrgId(i.scheme, i.value)
