import type { Theme } from '@howcanwe/shared/places'
import {
  and,
  arrayOverlaps,
  asc,
  desc,
  eq,
  exists,
  gt,
  inArray,
  isNotNull,
  not,
  or,
  type SQL,
  sql,
} from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { organisations } from '../../organisations/organisations.table.ts'
import { placeAreas } from '../../places/places.table.ts'
import type { Cursor } from '../challenges.cursor.ts'
import { challengeAreas, challenges } from '../challenges.table.ts'
import { stateNow } from './challenge.queries.ts'

export interface ListFilter {
  placeId: string
  which: 'open' | 'past'
  themes: readonly Theme[]
  areaIds: readonly string[]
  closesWithinDays?: number | undefined
}

/**
 * How near a spelling must come, found by trying: "lonelyness" stands 0.57 from loneliness, "carrers" 0.67 from
 * carers, "medecine" 0.50 from medicine; words that only share letters stay under 0.45.
 */
const NEAR = 0.45

const openNow = () =>
  and(eq(challenges.state, 'open'), gt(challenges.closesAt, sql`clock_timestamp()`))

const folded = sql`fold(${challenges.question} || ' ' || ${challenges.summary})`

const inAreas = (db: Database, areaIds: readonly string[]) =>
  exists(
    db
      .select({ one: sql`1` })
      .from(challengeAreas)
      .where(
        and(
          eq(challengeAreas.challengeId, challenges.id),
          inArray(challengeAreas.areaId, [...areaIds]),
        ),
      ),
  )

/** Published challenges of a place that stand in the list; repeated values of one filter mean "or". */
function listed(db: Database, f: ListFilter): SQL | undefined {
  return and(
    eq(challenges.placeId, f.placeId),
    isNotNull(challenges.slug),
    sql`${challenges.state} <> 'draft'`,
    isNotNull(challenges.slug),
    f.which === 'open' ? openNow() : not(openNow() as SQL),
    f.themes.length > 0 ? arrayOverlaps(challenges.themes, [...f.themes]) : undefined,
    f.areaIds.length > 0 ? inAreas(db, f.areaIds) : undefined,
    f.closesWithinDays === undefined
      ? undefined
      : sql`${challenges.closesAt} <= clock_timestamp() + ${f.closesWithinDays}::int * interval '1 day'`,
  )
}

const columns = {
  id: challenges.id,
  slug: challenges.slug,
  state: stateNow,
  question: challenges.question,
  summary: challenges.summary,
  themes: challenges.themes,
  closesAt: challenges.closesAt,
  closesKey: sql<string>`${challenges.closesAt}::text`,
  participationPence: challenges.participationPence,
  backfillPence: challenges.backfillPence,
  testsPence: challenges.testsPence,
  accessPence: challenges.accessPence,
  groups: challenges.groupsCount,
  organisation: organisations.name,
}

const rowsWhere = (db: Database, where: SQL | undefined) =>
  db
    .select(columns)
    .from(challenges)
    .innerJoin(organisations, eq(organisations.id, challenges.organisationId))
    .where(where)

export type ListRow = Awaited<ReturnType<typeof rowsWhere>>[number]

const afterCursor = (f: ListFilter, cursor: Cursor | undefined): SQL | undefined => {
  if (!cursor) return undefined
  const here = sql`(${challenges.closesAt}, ${challenges.id})`
  const there = sql`(${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`
  return f.which === 'open' ? sql`${here} > ${there}` : sql`${here} < ${there}`
}

const matches = (q: string): SQL =>
  sql`${challenges.search} @@ (websearch_to_tsquery('english', fold(${q})) || websearch_to_tsquery('dutch', fold(${q})))`

/** One page by closing date: the soonest first when open, the latest first when past. */
export const listPage = (
  db: Database,
  f: ListFilter,
  page: { q?: string | undefined; cursor?: Cursor | undefined; limit: number },
): Promise<ListRow[]> => {
  const direction = f.which === 'open' ? asc : desc
  const where = and(
    listed(db, f),
    page.q ? matches(page.q) : undefined,
    afterCursor(f, page.cursor),
  )
  return rowsWhere(db, where)
    .orderBy(direction(challenges.closesAt), direction(challenges.id))
    .limit(page.limit)
}

/**
 * Challenges with words spelt nearly like these: those that have the most of them, the nearest first. Call inside a
 * transaction: the index takes its threshold from a setting that lives as long as one.
 */
export async function nearPage(
  tx: Database,
  f: ListFilter,
  words: readonly string[],
  limit: number,
): Promise<ListRow[]> {
  await tx.execute(
    sql`select set_config('pg_trgm.word_similarity_threshold', ${String(NEAR)}, true)`,
  )
  const near = words.map((word) => sql`fold(${word}) <% ${folded}`)
  const sum = (parts: SQL[]) => sql.join(parts, sql` + `)
  const hits = sum(near.map((one) => sql`(${one})::int`))
  const score = sum(words.map((word) => sql`word_similarity(fold(${word}), ${folded})`))
  const rows = await tx
    .select({ ...columns, hits: sql<number>`${hits}` })
    .from(challenges)
    .innerJoin(organisations, eq(organisations.id, challenges.organisationId))
    .where(and(listed(tx, f), or(...near)))
    .orderBy(desc(hits), desc(score), asc(challenges.id))
    .limit(limit)
  return rows.filter((row) => row.hits === rows[0]?.hits)
}

/** Names of the areas of several challenges, in the place's own order. */
export const areasOfAll = (db: Database, challengeIds: readonly string[]) =>
  challengeIds.length === 0
    ? Promise.resolve([])
    : db
        .select({
          challengeId: challengeAreas.challengeId,
          id: placeAreas.id,
          name: placeAreas.name,
        })
        .from(challengeAreas)
        .innerJoin(placeAreas, eq(placeAreas.id, challengeAreas.areaId))
        .where(inArray(challengeAreas.challengeId, [...challengeIds]))
        .orderBy(asc(placeAreas.position), asc(placeAreas.id))
