import { and, asc, eq, getTableColumns, inArray, lte, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Database } from '../../../db/database.ts'
import { challengeAreas, challengeCriteria, challenges } from '../challenges.table.ts'

/** The state by the database's clock: `open` is over the moment its closing time is. */
export const stateNow = sql<(typeof challenges.$inferSelect)['state']>`
  case when ${challenges.state} = 'open' and ${challenges.closesAt} <= clock_timestamp()
  then 'choosing' else ${challenges.state} end`

const columns = { ...getTableColumns(challenges), state: stateNow }

/** A row whose `state` is what the clock says it is. */
export type ChallengeRow = typeof challenges.$inferSelect
/** One that has been opened, so its slug and dates are there. */
export type PublishedRow = ChallengeRow & { slug: string; openedAt: Date; closesAt: Date }

const isPublished = (row: ChallengeRow | undefined): row is PublishedRow =>
  row?.slug != null && row.openedAt !== null && row.closesAt !== null

export const challengeById = async (db: Database, id: string): Promise<ChallengeRow | undefined> =>
  (await db.select(columns).from(challenges).where(eq(challenges.id, id)))[0]

/** Never a draft, nor one that was withdrawn before it opened. */
export const publishedById = async (
  db: Database,
  id: string,
): Promise<PublishedRow | undefined> => {
  const row = await challengeById(db, id)
  return isPublished(row) ? row : undefined
}

export const publishedBySlug = async (
  db: Database,
  slug: string,
): Promise<PublishedRow | undefined> => {
  const [row] = await db.select(columns).from(challenges).where(eq(challenges.slug, slug))
  return isPublished(row) ? row : undefined
}

/** Holds the row until the transaction ends: `share` lets others read along, `update` lets nobody else in. */
export const lockRow = async (
  tx: Database,
  id: string,
  strength: 'share' | 'update',
): Promise<boolean> =>
  (
    await tx
      .select({ id: challenges.id })
      .from(challenges)
      .where(eq(challenges.id, id))
      .for(strength)
  ).length === 1

export const areaIdsOf = async (db: Database, challengeId: string): Promise<string[]> =>
  (
    await db
      .select({ areaId: challengeAreas.areaId })
      .from(challengeAreas)
      .where(eq(challengeAreas.challengeId, challengeId))
      .orderBy(asc(challengeAreas.areaId))
  ).map((r) => r.areaId)

export const criteriaOf = (db: Database, challengeId: string) =>
  db
    .select({
      name: challengeCriteria.name,
      goodLooksLike: challengeCriteria.goodLooksLike,
      weight: challengeCriteria.weight,
    })
    .from(challengeCriteria)
    .where(eq(challengeCriteria.challengeId, challengeId))
    .orderBy(asc(challengeCriteria.position))

export type ChallengeFacts = Pick<
  PublishedRow,
  'id' | 'slug' | 'question' | 'closesAt' | 'resultsBy' | 'state'
>

export const factsOf = async (db: Database, ids: readonly string[]): Promise<ChallengeFacts[]> => {
  const rows = await db
    .select(columns)
    .from(challenges)
    .where(inArray(challenges.id, [...ids]))
  return rows.filter(isPublished).map(({ id, slug, question, closesAt, resultsBy, state }) => ({
    id,
    slug,
    question,
    closesAt,
    resultsBy,
    state,
  }))
}

/** Changes a locked row and moves its version on. */
export const changeRow = async (
  tx: Database,
  id: string,
  change: PgUpdateSetSource<typeof challenges>,
): Promise<void> => {
  await tx
    .update(challenges)
    .set({
      ...change,
      updatedAt: sql`clock_timestamp()`,
      version: sql`${challenges.version} + 1`,
    })
    .where(eq(challenges.id, id))
}

export const countGroup = (tx: Database, id: string) =>
  tx
    .update(challenges)
    .set({ groupsCount: sql`${challenges.groupsCount} + 1` })
    .where(eq(challenges.id, id))

export const settleRow = (tx: Database, id: string, state: 'formed' | 'none-chosen') =>
  changeRow(tx, id, { state, decidedAt: sql`clock_timestamp()` })

export const openRow = (
  tx: Database,
  id: string,
  what: { slug: string; questionsUntil: Date | null },
) =>
  changeRow(tx, id, {
    ...what,
    state: 'open',
    openedAt: sql`clock_timestamp()`,
    checkedAt: sql`clock_timestamp()`,
  })

/** The next challenge that closed and still says it is open; skips what another worker holds. */
export const takeDue = async (tx: Database) =>
  (
    await tx
      .select({ id: challenges.id, placeId: challenges.placeId })
      .from(challenges)
      .where(and(eq(challenges.state, 'open'), lte(challenges.closesAt, sql`clock_timestamp()`)))
      .orderBy(asc(challenges.closesAt))
      .limit(1)
      .for('update', { skipLocked: true })
  )[0]
