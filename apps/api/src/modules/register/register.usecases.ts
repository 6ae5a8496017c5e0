import type { Database } from '../../db/database.ts'
import { joinOrgId, normaliseIdentifier, parseOrgId } from './register.identifiers.ts'
import { folded } from './register.names.ts'
import { entriesByName, entriesByNumber, type RegisterEntry } from './register.queries.ts'

export interface RegisterSearch {
  /** Districts of the place: entries there come first. Empty: no preference. */
  readonly placeLads: readonly string[]
  /** A name, with or without typos, or a number in any spelling. */
  readonly q: string
  readonly limit: number
}

const MOST = 50
/** Fewer letters than this resemble everything. */
const SHORTEST = 3

/** The numbers a text may mean: 'GB-SC-SC042386', '1164883', 'Registered charity no. 1164883', '9506232'. */
export function numbersIn(q: string): { orgIds: string[]; companies: string[] } {
  const parsed = parseOrgId(q)
  if (parsed) {
    const { list, identifier } = parsed
    if (identifier.verified === 'none') return { orgIds: [], companies: [] }
    return list === 'GB-COH'
      ? { orgIds: [], companies: [identifier.value] }
      : { orgIds: [joinOrgId(list, identifier.value)], companies: [] }
  }
  const orgIds = ['GB-CHC', 'GB-SC', 'GB-NIC'].flatMap((list) => {
    const { value, verified } = normaliseIdentifier(list, q)
    return verified === 'pattern' ? [joinOrgId(list, value)] : []
  })
  const company = normaliseIdentifier('GB-COH', q)
  return { orgIds, companies: company.verified === 'pattern' ? [company.value] : [] }
}

/**
 * Finds an organisation in the imported register by name, a typo forgiven, or by number. Those of the place come
 * first, then those anywhere: an organisation that works here may be registered elsewhere.
 */
export async function searchRegister(
  db: Database,
  { placeLads, q, limit }: RegisterSearch,
): Promise<RegisterEntry[]> {
  const most = Math.min(Math.max(1, limit), MOST)
  const { orgIds, companies } = numbersIn(q)
  const found = await entriesByNumber(db, orgIds, companies)
  const words = folded(q).slice(0, 120)
  if (found.length === 0 && words.length >= SHORTEST && /\p{L}/u.test(words)) {
    if (placeLads.length > 0) found.push(...(await entriesByName(db, words, placeLads, most)))
    if (found.length < most) {
      const known = new Set(found.map((entry) => entry.id))
      const anywhere = await entriesByName(db, words, [], most)
      found.push(...anywhere.filter((entry) => !known.has(entry.id)))
    }
  }
  return found.slice(0, most)
}
