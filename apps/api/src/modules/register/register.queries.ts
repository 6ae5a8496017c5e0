import { and, arrayOverlaps, desc, eq, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { registerEntries as entries } from './register.table.ts'

/** What other modules see of an entry. Income is a band only: a score must never be able to use the figure. */
const shown = {
  id: entries.id,
  orgId: entries.orgId,
  scheme: entries.scheme,
  identifier: entries.identifier,
  name: entries.nameShown,
  otherNames: entries.otherNames,
  kind: entries.kind,
  unincorporated: entries.unincorporated,
  status: entries.status,
  removedOn: entries.removedOn,
  activities: entries.activities,
  postcodeDistrict: entries.postcodeDistrict,
  ladCode: entries.ladCode,
  wardCode: entries.wardCode,
  areas: entries.areas,
  incomeBand: entries.incomeBand,
  themes: entries.themes,
  themeBasis: entries.themeBasis,
  companyNumber: entries.companyNumber,
  website: entries.website,
  source: entries.source,
  extractedOn: entries.sourceExtractedOn,
  licence: entries.licence,
}

/** One by its id. */
export async function entryById(db: Database, id: string) {
  const [entry] = await db.select(shown).from(entries).where(eq(entries.id, id))
  return entry
}

/** An organisation of the imported register, fit to be shown to anyone. */
export type RegisterEntry = NonNullable<Awaited<ReturnType<typeof entryById>>>

const inPlace = (lads: readonly string[]): SQL | undefined =>
  lads.length === 0
    ? undefined
    : or(inArray(entries.ladCode, [...lads]), arrayOverlaps(entries.areas, [...lads]))

/** Entries with one of these numbers: `orgIds` joined ('GB-CHC-1164883'), `companies` as Companies House writes them. */
export async function entriesByNumber(
  db: Database,
  orgIds: readonly string[],
  companies: readonly string[],
): Promise<RegisterEntry[]> {
  const numbers = orgIds.map((orgId) => {
    const at = orgId.indexOf('-', 3)
    return and(eq(entries.scheme, orgId.slice(0, at)), eq(entries.identifier, orgId.slice(at + 1)))
  })
  const company = companies.length > 0 ? inArray(entries.companyNumber, [...companies]) : undefined
  if (numbers.length === 0 && !company) return []
  return db
    .select(shown)
    .from(entries)
    .where(or(...numbers, company))
    .orderBy(entries.status, entries.orgId)
    .limit(10)
}

/**
 * Entries whose names resemble some folded words, a typo forgiven; the most alike first, the removed last.
 *
 * @param lads only entries that sit or work in these districts; empty: anywhere
 */
export async function entriesByName(
  db: Database,
  words: string,
  lads: readonly string[],
  limit: number,
): Promise<RegisterEntry[]> {
  const likeness = sql`word_similarity(${words}, ${entries.searchNames})`
  return db
    .select(shown)
    .from(entries)
    .where(and(inPlace(lads), sql`${words} <% ${entries.searchNames}`))
    .orderBy(desc(likeness), entries.status, sql`length(${entries.searchNames})`, entries.orgId)
    .limit(limit)
}
