import { and, arrayOverlaps, eq, inArray, ne, notExists, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { quietSince } from '../organisations/index.ts'
import {
  capacityProfiles,
  organisationAreas,
  organisations,
} from '../organisations/organisations.table.ts'
import { gssAreas } from '../places/gss.table.ts'
import { registerEntries } from '../register/register.table.ts'

/** Rows of each kind that are scored at most; the rest shares fewer themes and words than these. */
const MOST = 300

const texts = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`

export type TextSearch = 'english' | 'dutch'

/** Stems of each text, by the database's own dictionary. */
export async function stemsOf(
  db: Database,
  language: TextSearch,
  given: readonly string[],
): Promise<Map<string, string[]>> {
  if (given.length === 0) return new Map()
  const { rows } = await db.execute<{ given: string; stems: string[] }>(sql`
    select given, tsvector_to_array(to_tsvector(${language}::regconfig, fold(given))) as stems
    from unnest(${texts([...new Set(given)])}) given`)
  return new Map(rows.map((r) => [r.given, r.stems]))
}

/** Stem → the word as it was written. */
export async function wordsOf(
  db: Database,
  language: TextSearch,
  given: string,
): Promise<Map<string, string>> {
  const { rows } = await db.execute<{ stem: string; word: string }>(sql`
    select distinct on (stem) stem, lower(token) as word
    from ts_parse('default', ${given}) as parsed,
      unnest(tsvector_to_array(to_tsvector(${language}::regconfig, fold(token)))) as stem
    order by stem, length(token)`)
  return new Map(rows.map((r) => [r.stem, r.word]))
}

/** Codes of everything that holds these districts: county, region, country and countries together. */
export async function widerCodes(db: Database, ladCodes: readonly string[]): Promise<string[]> {
  const above = await db
    .select({
      county: gssAreas.countyCode,
      region: gssAreas.regionCode,
      country: gssAreas.countryCode,
    })
    .from(gssAreas)
    .where(inArray(gssAreas.code, [...ladCodes]))
  if (above.length === 0) return []
  const nations = await db
    .select({ code: gssAreas.code })
    .from(gssAreas)
    .where(eq(gssAreas.kind, 'nations'))
  const codes = above.flatMap((a) => [a.county, a.region, a.country])
  return [...new Set([...codes, ...nations.map((n) => n.code)])].filter((c) => c !== null)
}

export interface Around {
  placeId: string
  ladCodes: readonly string[]
  /** From `widerCodes`; empty where official areas were never loaded: then a seat in the district is enough. */
  wider: readonly string[]
}

/**
 * Entries that work in a place and are nobody's yet. They say so by district; or they sit in it and say nothing
 * narrower than what holds it. Those that sit elsewhere and work "throughout England" are not of the place.
 */
function ofPlace(db: Database, at: Around): SQL | undefined {
  const { areas, areasUnmapped, ladCode } = registerEntries
  const says =
    at.wider.length === 0
      ? undefined
      : or(
          sql`cardinality(${areas}) + cardinality(${areasUnmapped}) = 0`,
          arrayOverlaps(areas, [...at.wider]),
        )
  const claimed = db
    .select({ one: sql`1` })
    .from(organisations)
    .where(
      and(
        eq(organisations.placeId, at.placeId),
        eq(organisations.registerEntryId, registerEntries.id),
        ne(organisations.state, 'left'),
      ),
    )
  return and(
    eq(registerEntries.status, 'registered'),
    or(arrayOverlaps(areas, [...at.ladCodes]), and(inArray(ladCode, [...at.ladCodes]), says)),
    notExists(claimed),
  )
}

/** How many of the asked themes a row shares. */
const shared = (column: SQL, themes: readonly string[]) =>
  sql<number>`(select count(*) from unnest(${column}) theme where theme = any(${texts(themes)}))`
const common = (stems: readonly string[]) =>
  sql<
    string[]
  >`array(select stem from unnest(tsvector_to_array(${registerEntries.search})) stem where stem = any(${texts(stems)}))`

/** Register entries of the place that share a theme, the most fitting of them. */
export async function entriesFor(
  db: Database,
  at: Around,
  asked: { themes: readonly string[]; stems: readonly string[] },
) {
  if (at.ladCodes.length === 0) return []
  const near = db.$with('near').as(
    db
      .select({
        id: registerEntries.id,
        name: registerEntries.nameShown,
        kind: registerEntries.kind,
        incomeBand: registerEntries.incomeBand,
        themes: registerEntries.themes,
        activities: registerEntries.activities,
        sharedThemes: shared(sql`${registerEntries.themes}`, asked.themes).as('shared_themes'),
        words: common(asked.stems).as('words'),
      })
      .from(registerEntries)
      .where(and(ofPlace(db, at), arrayOverlaps(registerEntries.themes, [...asked.themes]))),
  )
  return db
    .with(near)
    .select({
      id: near.id,
      name: near.name,
      kind: near.kind,
      incomeBand: near.incomeBand,
      themes: near.themes,
      activities: near.activities,
      words: near.words,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(near)
    .orderBy(sql`${near.sharedThemes} desc, cardinality(${near.words}) desc, ${near.id}`)
    .limit(MOST)
}

/** Of these entries, the ones that may be suggested or invited in this place. */
export const entriesOfPlace = (db: Database, at: Around, ids: readonly string[]) =>
  db
    .select({
      id: registerEntries.id,
      name: registerEntries.nameShown,
      incomeBand: registerEntries.incomeBand,
    })
    .from(registerEntries)
    .where(and(inArray(registerEntries.id, [...ids]), ofPlace(db, at)))

const areaIds = (db: Database) =>
  sql<string[]>`array(${db
    .select({ id: organisationAreas.areaId })
    .from(organisationAreas)
    .where(eq(organisationAreas.organisationId, organisations.id))})`

const organisationsWhere = (
  db: Database,
  where: SQL | undefined,
  asked: { themes: readonly string[]; stems: readonly string[] },
) =>
  db
    .select({
      id: organisations.id,
      name: organisations.name,
      sector: organisations.sector,
      incomeBand: organisations.incomeBand,
      themes: organisations.themes,
      registerEntryId: organisations.registerEntryId,
      areaIds: areaIds(db),
      activities: registerEntries.activities,
      words: common(asked.stems),
      capacity: capacityProfiles,
      quietSince,
      total: sql<number>`(count(*) over ())::int`,
    })
    .from(organisations)
    .leftJoin(capacityProfiles, eq(capacityProfiles.organisationId, organisations.id))
    .leftJoin(registerEntries, eq(registerEntries.id, organisations.registerEntryId))
    .where(where)
    .orderBy(sql`${shared(sql`${organisations.themes}`, asked.themes)} desc, ${organisations.id}`)
    .limit(MOST)

export type OrganisationCandidate = Awaited<ReturnType<typeof organisationsWhere>>[number]
export type EntryCandidate = Awaited<ReturnType<typeof entriesFor>>[number]

/** Organisations of the place that take invitations now, without the one that asks. */
export const organisationsFor = (
  db: Database,
  placeId: string,
  askingId: string,
  asked: { themes: readonly string[]; stems: readonly string[] },
) =>
  organisationsWhere(
    db,
    and(
      eq(organisations.placeId, placeId),
      inArray(organisations.state, ['listed', 'checked']),
      ne(organisations.id, askingId),
    ),
    asked,
  )

/** Those already in, whatever became of them since. */
export const membersOfPool = (db: Database, placeId: string, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : organisationsWhere(
        db,
        and(eq(organisations.placeId, placeId), inArray(organisations.id, [...ids])),
        { themes: [], stems: [] },
      )
