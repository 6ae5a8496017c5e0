import {
  and,
  arrayOverlaps,
  eq,
  inArray,
  isNotNull,
  ne,
  notExists,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challengeAreas, challenges } from '../challenges/challenges.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { gssAreas } from '../places/gss.table.ts'
import { placeAreas, places } from '../places/places.table.ts'
import { registerEntries } from '../register/register.table.ts'
import { challengeWeights } from './decisions.table.ts'
import { matchTerms } from './lists.table.ts'

const texts = (values: readonly string[]): SQL => sql`${sql.param([...values])}::text[]`

/** How wide a code is, as `match_question` counts it. */
export const LEVELS = { district: 0, county: 1, region: 2, country: 3 } as const
export interface Wider {
  /** The district it holds; null: each of them, as "England and Wales". */
  of: string | null
  code: string
  level: 1 | 2 | 3
}

/** Everything that holds these districts: county, region, country and countries together. Empty where none were loaded. */
export async function widerThan(db: Database, ladCodes: readonly string[]): Promise<Wider[]> {
  const { county, region, country } = LEVELS
  const above = await db
    .select()
    .from(gssAreas)
    .where(or(inArray(gssAreas.code, [...new Set(ladCodes)]), eq(gssAreas.kind, 'nations')))
  const holding = above.flatMap((a): Wider[] => {
    if (a.kind === 'nations') return [{ of: null, code: a.code, level: country }]
    const levels = [
      [a.countyCode, county],
      [a.regionCode, region],
      [a.countryCode, country],
    ] as const
    return levels.flatMap(([code, level]) => (code === null ? [] : [{ of: a.code, code, level }]))
  })
  return holding.some((w) => w.of !== null) ? holding : []
}

export interface Around {
  placeId: string
  ladCodes: readonly string[]
  /** Codes of what holds it; empty where official areas were never loaded: then a seat in the district is enough. */
  wider: readonly string[]
}

/**
 * Of these entries, the ones that may be suggested or invited in this place: they say its district or what holds it,
 * or sit in it and say nothing; and nobody here has claimed them.
 */
export const entriesOfPlace = (db: Database, at: Around, ids: readonly string[]) => {
  const { areas, areasUnmapped, ladCode } = registerEntries
  const says =
    at.wider.length === 0
      ? sql`true`
      : sql`cardinality(${areas}) + cardinality(${areasUnmapped}) = 0`
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
  return db
    .select({
      id: registerEntries.id,
      name: registerEntries.nameShown,
      incomeBand: registerEntries.incomeBand,
    })
    .from(registerEntries)
    .where(
      and(
        inArray(registerEntries.id, [...ids]),
        eq(registerEntries.status, 'registered'),
        or(
          arrayOverlaps(areas, [...at.ladCodes, ...at.wider]),
          and(inArray(ladCode, [...at.ladCodes]), says),
        ),
        notExists(claimed),
      ),
    )
}

/** What matching reads of published challenges. */
export const askingRows = (db: Database, ids: readonly string[]) =>
  db
    .select({
      id: challenges.id,
      placeId: challenges.placeId,
      organisationId: challenges.organisationId,
      question: challenges.question,
      summary: challenges.summary,
      whoIsAffected: challenges.whoIsAffected,
      leastServed: challenges.leastServed,
      themes: challenges.themes,
      hoursPerMonth: challenges.hoursPerMonth,
      backfillPence: challenges.backfillPence,
      endsOn: challenges.endsOn,
      closesAt: challenges.closesAt,
      slug: challenges.slug,
      askerSector: organisations.sector,
    })
    .from(challenges)
    .innerJoin(organisations, eq(organisations.id, challenges.organisationId))
    .where(and(inArray(challenges.id, [...ids]), isNotNull(challenges.slug)))
export type AskingRow = Awaited<ReturnType<typeof askingRows>>[number]

/** Places with their neighbourhoods, in the order people see them. */
export async function placesOf(db: Database, ids: readonly string[]) {
  const found = await db
    .select({ id: places.id, languages: places.languages, ladCodes: places.ladCodes })
    .from(places)
    .where(inArray(places.id, [...ids]))
  const areas = await db
    .select({ id: placeAreas.id, placeId: placeAreas.placeId, name: placeAreas.name })
    .from(placeAreas)
    .where(inArray(placeAreas.placeId, [...ids]))
    .orderBy(placeAreas.position)
  return new Map(
    found.map((place) => [
      place.id,
      { ...place, areas: areas.filter((a) => a.placeId === place.id) },
    ]),
  )
}

export const areasAskedFor = (db: Database, ids: readonly string[]) =>
  db
    .select({ challengeId: challengeAreas.challengeId, areaId: challengeAreas.areaId })
    .from(challengeAreas)
    .where(inArray(challengeAreas.challengeId, [...ids]))

/** What each weighs its parts by, locked when it opened. */
export async function weightsLocked(db: Database, ids: readonly string[]) {
  const { challengeId, theme, reach, livedExperience, complement, time, sphere } = challengeWeights
  const weights = { theme, reach, livedExperience, complement, time, sphere }
  const rows = await db
    .select({ challengeId, weights })
    .from(challengeWeights)
    .where(inArray(challengeId, [...ids]))
  return new Map(rows.map((row) => [row.challengeId, row.weights]))
}

/** Numbers of areas by which organisations are filed. */
export async function areaTerms(
  db: Database,
  areaIds: readonly string[],
): Promise<Map<string, number>> {
  if (areaIds.length === 0) return new Map()
  const rows = await db
    .select()
    .from(matchTerms)
    .where(
      inArray(
        matchTerms.term,
        areaIds.map((id) => `#${id}`),
      ),
    )
  return new Map(rows.map((r) => [r.term.slice(1), r.id]))
}

export interface Text {
  stemmer: 'english_stem' | 'dutch_stem'
  /** What the question says beside the affected. */
  said: string
  affected: string
}
export interface Word {
  /** Which text, from 0. */
  at: number
  stem: string
  /** As it is written there. */
  word: string
  affected: boolean
  termId: number
  /** Entries of the register that use it. */
  entries: number
  /** Entries there are. */
  listed: number
}

/** At most one word in 25 entries; a word nobody uses, or one in 20,000, would meet nobody. */
const TELLING = sql`t.entries between greatest(1, listed.entries / 20000) and greatest(3, listed.entries / 25)`

/** Words of some texts that somebody here uses: those that tell, rarest first, and all that say who is affected. */
export async function wordsIn(db: Database, given: readonly Text[]): Promise<Word[]> {
  if (given.length === 0) return []
  const { rows } = await db.execute<Omit<Word, never> & Record<string, unknown>>(sql`
    select (q.n - 1)::int as at, s.stem, s.word, s.affected, t.id as "termId", t.entries, listed.entries as listed
    from unnest(${texts(given.map((g) => g.stemmer))}, ${texts(given.map((g) => g.said))},
        ${texts(given.map((g) => g.affected))}) with ordinality as q (stemmer, said, affected, n)
      cross join (select entries from match_terms where term = '') listed
      cross join lateral (
        select stem collate "C" as stem, (array_agg(word order by length(word), word))[1] as word, bool_or(affected) as affected
        from (
          select lower(token) collate "C" as word, bool_or(affected) as affected
          from (select token, false as affected from ts_parse('default', q.said) where length(token) > 2
            union all select token, true from ts_parse('default', q.affected) where length(token) > 2) tokens
          group by 1) words,
          unnest(ts_lexize(q.stemmer::regdictionary, fold(word))) stem
        group by 1) s
      cross join lateral (select * from match_terms t where t.term = s.stem collate "default" offset 0) t
    where s.affected or ${TELLING}
    order by at, t.entries, s.stem`)
  return rows
}

/** Questions that an organisation of a place could answer now. */
export async function openTo(
  db: Database,
  placeId: string,
  organisationId: string,
): Promise<string[]> {
  const rows = await db
    .select({ id: challenges.id })
    .from(challenges)
    .where(
      and(
        eq(challenges.placeId, placeId),
        eq(challenges.state, 'open'),
        sql`${challenges.closesAt} > clock_timestamp()`,
        ne(challenges.organisationId, organisationId),
      ),
    )
  return rows.map((r) => r.id)
}
