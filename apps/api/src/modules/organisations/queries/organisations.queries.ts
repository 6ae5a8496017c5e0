import { and, asc, count, eq, getTableColumns, gt, inArray, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { auditEvents } from '../../audit/audit.table.ts'
import { people } from '../../identity/identity.table.ts'
import { placeAreas } from '../../places/places.table.ts'
import type { OwnIdentifier } from '../organisations.identifiers.ts'
import type { After } from '../organisations.rules.ts'
import {
  capacityProfiles,
  memberships,
  organisationAreas,
  organisationIdentifiers,
  organisations,
} from '../organisations.table.ts'
import { firstNudge } from './capacity.queries.ts'
import type { OrganisationRow } from './front-door.queries.ts'

type New = typeof organisations.$inferInsert

/** One registration of a person after the other, until the transaction ends. */
export const takeTurn = (tx: Database, personId: string) =>
  tx.select({ id: people.id }).from(people).where(eq(people.id, personId)).for('no key update')

/** How many organisations somebody registered in 24 hours, by the trail. */
export async function registeredToday(tx: Database, personId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(memberships)
    .innerJoin(auditEvents, eq(auditEvents.subjectId, memberships.organisationId))
    .where(
      and(
        eq(memberships.personId, personId),
        eq(auditEvents.actorId, personId),
        eq(auditEvents.action, 'organisations.registered'),
        gt(auditEvents.at, sql`clock_timestamp() - interval '24 hours'`),
      ),
    )
  return row?.n ?? 0
}

/** The organisation with its first person, where there is one, its areas and an empty capacity profile. */
export async function insertOrganisation(
  tx: Database,
  given: {
    organisation: Omit<New, 'declaredAt'>
    /** Null where nobody of theirs is known yet. */
    leadId: string | null
    areaIds: readonly string[]
    identifiers: readonly OwnIdentifier[]
  },
): Promise<OrganisationRow> {
  const [row] = await tx
    .insert(organisations)
    .values({ ...given.organisation, declaredAt: sql`clock_timestamp()` })
    .returning()
  if (!row) throw new Error('insert returned no row')
  const own = { placeId: row.placeId, organisationId: row.id }
  if (given.leadId)
    await tx.insert(memberships).values({ ...own, personId: given.leadId, lead: true })
  await tx.insert(capacityProfiles).values({ ...own, ...firstNudge })
  await putAreas(tx, row, given.areaIds)
  if (given.identifiers.length > 0) {
    await tx
      .insert(organisationIdentifiers)
      .values(given.identifiers.map((i) => ({ ...i, organisationId: row.id })))
  }
  return row
}

/** These areas and no others. */
export async function putAreas(
  tx: Database,
  o: { id: string; placeId: string },
  areaIds: readonly string[],
): Promise<void> {
  await tx.delete(organisationAreas).where(eq(organisationAreas.organisationId, o.id))
  await tx
    .insert(organisationAreas)
    .values(areaIds.map((areaId) => ({ placeId: o.placeId, organisationId: o.id, areaId })))
}

/** @returns undefined when the row has moved on from this version */
export const changeOrganisationRow = async (
  tx: Database,
  seen: { id: string; version: number },
  change: Partial<New>,
): Promise<OrganisationRow | undefined> =>
  (
    await tx
      .update(organisations)
      .set({ ...change, version: seen.version + 1, updatedAt: sql`clock_timestamp()` })
      .where(and(eq(organisations.id, seen.id), eq(organisations.version, seen.version)))
      .returning()
  )[0]

/** Of two brokers at once, one gets the row. */
export const markChecked = async (tx: Database, id: string): Promise<OrganisationRow | undefined> =>
  (
    await tx
      .update(organisations)
      .set({
        state: 'checked',
        checkedAt: sql`clock_timestamp()`,
        updatedAt: sql`clock_timestamp()`,
        version: sql`${organisations.version} + 1`,
      })
      .where(and(eq(organisations.id, id), eq(organisations.state, 'listed')))
      .returning()
  )[0]

/** Areas of several organisations, each list in the place's own order. */
export const areasOfOrganisations = (db: Database, ids: readonly string[]) =>
  db
    .select({
      organisationId: organisationAreas.organisationId,
      id: placeAreas.id,
      name: placeAreas.name,
    })
    .from(organisationAreas)
    .innerJoin(placeAreas, eq(placeAreas.id, organisationAreas.areaId))
    .where(inArray(organisationAreas.organisationId, [...ids]))
    .orderBy(asc(placeAreas.position))

export const identifiersOfOrganisations = (db: Database, ids: readonly string[]) =>
  db
    .select()
    .from(organisationIdentifiers)
    .where(inArray(organisationIdentifiers.organisationId, [...ids]))
    .orderBy(asc(organisationIdentifiers.scheme), asc(organisationIdentifiers.value))

/** From how near on a name spelt another way is found. */
const NEAR = 0.5

const folded = sql`fold(lower(${organisations.name}))`

/** The part of the name that was typed, as it is typed, or a name that comes close to it. By `organisations_name_near`. */
const named = (q: string): SQL => sql`(
  ${folded} like '%' || regexp_replace(fold(lower(${q})), '([\\\\%_])', '\\\\\\1', 'g') || '%'
  or fold(lower(${q})) <% ${folded})`

/**
 * By name from after a given one; one more than the limit, so that the caller knows whether there is a next page. Call
 * inside a transaction: the index takes its threshold from a setting that lives as long as one.
 */
export async function organisationsHere(
  tx: Database,
  ask: { placeId: string; q?: string | undefined; after?: After | undefined; limit: number },
) {
  if (ask.q)
    await tx.execute(
      sql`select set_config('pg_trgm.word_similarity_threshold', ${String(NEAR)}, true)`,
    )
  return tx
    .select({
      ...getTableColumns(organisations),
      sortName: sql<string>`lower(${organisations.name})`,
    })
    .from(organisations)
    .where(
      and(
        eq(organisations.placeId, ask.placeId),
        ne(organisations.state, 'left'),
        ask.q ? named(ask.q) : undefined,
        ask.after &&
          sql`(lower(${organisations.name}), ${organisations.id}) > (${ask.after.name}, ${ask.after.id}::uuid)`,
      ),
    )
    .orderBy(sql`lower(${organisations.name})`, asc(organisations.id))
    .limit(ask.limit + 1)
}

/** Which of these register entries somebody here already says they are. */
export const claimedEntries = async (
  db: Database,
  placeId: string,
  entryIds: readonly string[],
): Promise<Set<string>> => {
  if (entryIds.length === 0) return new Set()
  const rows = await db
    .select({ entryId: organisations.registerEntryId })
    .from(organisations)
    .where(
      and(
        eq(organisations.placeId, placeId),
        ne(organisations.state, 'left'),
        inArray(organisations.registerEntryId, [...entryIds]),
      ),
    )
  return new Set(rows.flatMap((r) => r.entryId ?? []))
}
