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
import { challengeMatches } from './stored.table.ts'

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

/** Which of its place's neighbourhoods it is about; none: all. */
const CHOSEN = sql<string[]>`array(select ${challengeAreas.areaId} from ${challengeAreas}
  where ${challengeAreas.challengeId} = ${challenges.id})`

/** What matching reads of published challenges, each with the weights locked when it opened. */
const asking = (db: Database, of: SQL | undefined) => {
  const { theme, reach, livedExperience, complement, time, sphere } = challengeWeights
  return db
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
      areaIds: CHOSEN,
      weights: { theme, reach, livedExperience, complement, time, sphere },
      stems: challengeMatches.stems,
    })
    .from(challenges)
    .innerJoin(organisations, eq(organisations.id, challenges.organisationId))
    .leftJoin(challengeWeights, eq(challengeWeights.challengeId, challenges.id))
    .leftJoin(challengeMatches, eq(challengeMatches.challengeId, challenges.id))
    .where(and(isNotNull(challenges.slug), of))
}
export type AskingRow = Awaited<ReturnType<typeof asking>>[number]

export const askingRows = (db: Database, ids: readonly string[]): Promise<AskingRow[]> =>
  asking(db, inArray(challenges.id, [...ids]))

/** Questions that an organisation of a place could answer now. */
export const askingIn = (db: Database, placeId: string, organisationId: string) =>
  asking(
    db,
    and(
      eq(challenges.placeId, placeId),
      eq(challenges.state, 'open'),
      sql`${challenges.closesAt} > clock_timestamp()`,
      ne(challenges.organisationId, organisationId),
    ),
  )

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
