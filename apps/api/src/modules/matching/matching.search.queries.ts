import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { quietSince } from '../organisations/index.ts'
import {
  capacityProfiles,
  organisationAreas,
  organisations,
} from '../organisations/organisations.table.ts'
import { practiceCards } from '../practices/practices.table.ts'
import { registerEntries } from '../register/register.table.ts'
import { matchLists, matchOrganisations } from './lists.table.ts'

export interface Found {
  kind: 'organisation' | 'register'
  id: string
  score: number
  /** Weight of the parts that are known. */
  sure: number
  /** Place among equals. */
  place: number
  small: boolean
  /** How wide it works, 0 in the district. */
  level: number
}
export interface Top {
  /** Which question, from 0. */
  at: number
  /** The best twenty and the best twenty of the small, in no order. */
  found: Found[]
  considered: number
  fitting: number
  small: number
}

/** The best of everybody for each of some questions, in one statement; see `match_top`. */
export async function search(db: Database, questions: readonly unknown[]): Promise<Top[]> {
  if (questions.length === 0) return []
  const { rows } = await db.execute<Top & Record<string, unknown>>(sql`
    select (q.n - 1)::int as at, to_jsonb(t.best) as found, t.considered, t.fitting, t.fitting_small as small
    from jsonb_array_elements(${JSON.stringify(questions)}::jsonb) with ordinality as q (question, n)
      cross join lateral match_top(q.question) t`)
  return rows
}

/** What is shown and scored of register entries; of their words only those among `termIds`. */
export const entriesById = (
  db: Database,
  ids: readonly string[],
  termIds: readonly number[],
): Promise<EntryCandidate[]> =>
  ids.length === 0 ? Promise.resolve([]) : entryRows(db, ids, termIds)

const entryRows = (db: Database, ids: readonly string[], termIds: readonly number[]) =>
  db
    .select({
      id: registerEntries.id,
      name: registerEntries.nameShown,
      kind: registerEntries.kind,
      incomeBand: registerEntries.incomeBand,
      themes: registerEntries.themes,
      activities: registerEntries.activities,
      termIds: sql<
        number[]
      >`coalesce((select ${matchLists.words} & ${sql.param([...termIds])}::int[]
        from ${matchLists} where ${matchLists.entryId} = ${registerEntries.id} limit 1), '{}')`,
    })
    .from(registerEntries)
    .where(inArray(registerEntries.id, [...ids]))
export type EntryCandidate = Awaited<ReturnType<typeof entryRows>>[number]

/** Tells whether entries say what they said, by their ids. */
export async function rowHashesOf(
  db: Database,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const { rows } = await db.execute<{ id: string; hash: string }>(sql`
    select id, row_hash as hash from ${registerEntries} where id = any(${sql.param([...ids])}::uuid[])`)
  return new Map(rows.map(({ id, hash }) => [id, hash]))
}

const areaIds = (db: Database) =>
  sql<string[]>`array(${db
    .select({ id: organisationAreas.areaId })
    .from(organisationAreas)
    .where(eq(organisationAreas.organisationId, organisations.id))})`

const cards = sql<{ title: string; themes: string[] }[]>`coalesce((
  select jsonb_agg(jsonb_build_object('title', ${practiceCards.title}, 'themes', to_jsonb(${practiceCards.themes})) order by ${practiceCards.id})
  from ${practiceCards} where ${practiceCards.organisationId} = ${organisations.id} and ${practiceCards.state} = 'listed'), '[]')`

/** What is shown and scored of organisations, whatever became of them since. */
export const organisationsById = (
  db: Database,
  ids: readonly string[],
): Promise<OrganisationCandidate[]> =>
  ids.length === 0 ? Promise.resolve([]) : organisationRows(db, ids)

const organisationRows = (db: Database, ids: readonly string[]) =>
  db
    .select({
      id: organisations.id,
      placeId: organisations.placeId,
      name: organisations.name,
      sector: organisations.sector,
      incomeBand: organisations.incomeBand,
      state: organisations.state,
      themes: organisations.themes,
      registerEntryId: organisations.registerEntryId,
      areaIds: areaIds(db),
      cards,
      activities: registerEntries.activities,
      rowHash: registerEntries.rowHash,
      termIds: matchOrganisations.words,
      reachStems: matchOrganisations.reaches,
      capacity: capacityProfiles,
      quietSince,
    })
    .from(organisations)
    .innerJoin(matchOrganisations, eq(matchOrganisations.organisationId, organisations.id))
    .leftJoin(capacityProfiles, eq(capacityProfiles.organisationId, organisations.id))
    .leftJoin(registerEntries, eq(registerEntries.id, organisations.registerEntryId))
    .where(inArray(organisations.id, [...ids]))
export type OrganisationCandidate = Awaited<ReturnType<typeof organisationRows>>[number]
