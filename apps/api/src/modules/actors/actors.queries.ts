import { and, asc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import {
  capacityProfiles,
  organisationAreas,
  organisations,
} from '../organisations/organisations.table.ts'
import type { Saying } from './actors.rules.ts'
import { actorAreas, actors, mapEntries, tieSayings } from './actors.table.ts'

export type ActorRow = typeof actors.$inferSelect

/** On the map: whoever said so, and public bodies unless they said otherwise. Nobody who left. */
export const isShown = and(
  ne(organisations.state, 'left'),
  or(
    eq(mapEntries.shown, true),
    and(eq(organisations.sector, 'public'), sql`${mapEntries.organisationId} is null`),
  ),
)

const profile = {
  skills: capacityProfiles.skills,
  premises: capacityProfiles.premises,
  possibleWith: capacityProfiles.possibleWith,
}

/** Organisations by their ids, with what they say and what their profile holds. */
export const organisationsFor = (db: Database, ids: readonly string[]) =>
  db
    .select({ organisation: organisations, entry: mapEntries, profile })
    .from(organisations)
    .leftJoin(mapEntries, eq(mapEntries.organisationId, organisations.id))
    .leftJoin(capacityProfiles, eq(capacityProfiles.organisationId, organisations.id))
    .where(inArray(organisations.id, [...ids]))

export const actorsFor = (db: Database, ids: readonly string[]) =>
  db
    .select()
    .from(actors)
    .where(inArray(actors.id, [...ids]))

export const actorById = async (db: Database, id: string): Promise<ActorRow | undefined> =>
  (await db.select().from(actors).where(eq(actors.id, id)))[0]

/** Area ids by whom they belong to. */
export async function areasFor(
  db: Database,
  of: { organisationIds: readonly string[]; actorIds: readonly string[] },
): Promise<Map<string, string[]>> {
  const first = await db
    .select({ id: organisationAreas.organisationId, areaId: organisationAreas.areaId })
    .from(organisationAreas)
    .where(inArray(organisationAreas.organisationId, [...of.organisationIds]))
  const second = await db
    .select({ id: actorAreas.actorId, areaId: actorAreas.areaId })
    .from(actorAreas)
    .where(inArray(actorAreas.actorId, [...of.actorIds]))
  const areas = new Map<string, string[]>()
  for (const { id, areaId } of [...first, ...second])
    areas.set(id, [...(areas.get(id) ?? []), areaId])
  return areas
}

export const sayingsIn = (db: Database, placeId: string): Promise<Saying[]> =>
  db
    .select({
      organisationId: tieSayings.organisationId,
      otherId: tieSayings.otherId,
      known: tieSayings.known,
    })
    .from(tieSayings)
    .where(eq(tieSayings.placeId, placeId))
    .orderBy(asc(tieSayings.organisationId), asc(tieSayings.otherId))

export async function putActor(
  tx: Database,
  row: typeof actors.$inferInsert,
  areaIds: readonly string[],
): Promise<ActorRow> {
  const [made] = await tx.insert(actors).values(row).returning()
  if (!made) throw new Error('insert returned no row')
  await putAreas(tx, made, areaIds)
  return made
}

async function putAreas(tx: Database, actor: ActorRow, areaIds: readonly string[]): Promise<void> {
  await tx.delete(actorAreas).where(eq(actorAreas.actorId, actor.id))
  if (areaIds.length > 0)
    await tx.insert(actorAreas).values(
      [...new Set(areaIds)].map((areaId) => ({
        placeId: actor.placeId,
        actorId: actor.id,
        areaId,
      })),
    )
}

/** @returns undefined when the row has moved on from this version */
export async function changeActor(
  tx: Database,
  seen: { id: string; version: number },
  to: Partial<typeof actors.$inferInsert>,
  areaIds: readonly string[],
): Promise<ActorRow | undefined> {
  const [row] = await tx
    .update(actors)
    .set({ ...to, version: seen.version + 1, updatedAt: sql`clock_timestamp()` })
    .where(and(eq(actors.id, seen.id), eq(actors.version, seen.version)))
    .returning()
  if (row) await putAreas(tx, row, areaIds)
  return row
}

export const dropActor = (tx: Database, id: string) => tx.delete(actors).where(eq(actors.id, id))

export const entryOf = async (db: Database, organisationId: string) =>
  (
    await db
      .select({ organisation: organisations, entry: mapEntries, profile })
      .from(organisations)
      .leftJoin(mapEntries, eq(mapEntries.organisationId, organisations.id))
      .leftJoin(capacityProfiles, eq(capacityProfiles.organisationId, organisations.id))
      .where(eq(organisations.id, organisationId))
  )[0]

/** @returns false when it has moved on from this version; 0 is one that was never said */
export async function putEntry(
  tx: Database,
  row: Omit<typeof mapEntries.$inferInsert, 'version' | 'updatedAt'>,
  version: number,
): Promise<boolean> {
  const next = { ...row, version: version + 1 }
  const changed =
    version === 0
      ? await tx.insert(mapEntries).values(next).onConflictDoNothing()
      : await tx
          .update(mapEntries)
          .set({ ...next, updatedAt: sql`clock_timestamp()` })
          .where(
            and(eq(mapEntries.organisationId, row.organisationId), eq(mapEntries.version, version)),
          )
  return (changed.rowCount ?? 0) > 0
}

/** Says, or says anew, how well one knows another. */
export const putSaying = (tx: Database, row: typeof tieSayings.$inferInsert) =>
  tx
    .insert(tieSayings)
    .values(row)
    .onConflictDoUpdate({
      target: [tieSayings.organisationId, tieSayings.otherId],
      set: { known: row.known, updatedAt: sql`clock_timestamp()` },
    })

export const dropSaying = (tx: Database, organisationId: string, otherId: string) =>
  tx
    .delete(tieSayings)
    .where(and(eq(tieSayings.organisationId, organisationId), eq(tieSayings.otherId, otherId)))

/** Those on the map, and those who said something of this one: whom an organisation may speak of. */
export const othersFor = (db: Database, placeId: string, organisationId: string) =>
  db
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .leftJoin(mapEntries, eq(mapEntries.organisationId, organisations.id))
    .where(
      and(
        eq(organisations.placeId, placeId),
        ne(organisations.id, organisationId),
        or(
          isShown,
          sql`exists (select 1 from ${tieSayings} where ${tieSayings.organisationId} = ${organisations.id}
            and ${tieSayings.otherId} = ${organisationId})`,
          sql`exists (select 1 from ${tieSayings} where ${tieSayings.otherId} = ${organisations.id}
            and ${tieSayings.organisationId} = ${organisationId})`,
        ),
      ),
    )
    .orderBy(asc(organisations.name))

/** Those of a place who may be asked, with what they have and need. */
export const candidatesIn = (db: Database, placeId: string) =>
  db
    .select({
      id: organisations.id,
      name: organisations.name,
      themes: organisations.themes,
      skills: capacityProfiles.skills,
      possibleWith: capacityProfiles.possibleWith,
    })
    .from(organisations)
    .innerJoin(capacityProfiles, eq(capacityProfiles.organisationId, organisations.id))
    .where(
      and(
        eq(organisations.placeId, placeId),
        inArray(organisations.state, ['listed', 'checked']),
        sql`cardinality(${capacityProfiles.skills}) + cardinality(${capacityProfiles.possibleWith}) > 0`,
      ),
    )
    .orderBy(asc(organisations.name))
    .limit(1_000)
