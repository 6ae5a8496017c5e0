import { and, asc, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { challenges } from '../../challenges/challenges.table.ts'
import { organisations } from '../../organisations/organisations.table.ts'
import { placeAreas } from '../../places/places.table.ts'
import { protectionAreas, protections } from '../protections.table.ts'
import type { DecisionRow } from './decision.queries.ts'

/** One that is out, so its address and dates are there. */
export type PublishedRow = DecisionRow & {
  state: 'published' | 'ended'
  slug: string
  publishedAt: Date
  nextReviewOn: string
}

export const isPublished = (row: DecisionRow | undefined): row is PublishedRow =>
  row !== undefined &&
  row.state !== 'draft' &&
  row.slug !== null &&
  row.publishedAt !== null &&
  row.nextReviewOn !== null

/** Never a draft. */
export const publishedBySlug = async (
  db: Database,
  slug: string,
): Promise<PublishedRow | undefined> => {
  const [row] = await db.select().from(protections).where(eq(protections.slug, slug))
  return isPublished(row) ? row : undefined
}

const LIST_MAX = 200

/** Newest first; what has ended comes after what stands. */
export const publishedRows = (db: Database, placeId: string) =>
  db
    .select({ decision: protections, organisation: organisations.name })
    .from(protections)
    .innerJoin(organisations, eq(organisations.id, protections.organisationId))
    .where(and(eq(protections.placeId, placeId), ne(protections.state, 'draft')))
    .orderBy(
      sql`${protections.state} = 'ended'`,
      desc(protections.publishedAt),
      desc(protections.id),
    )
    .limit(LIST_MAX)

/** Names of the areas of several decisions, in the place's own order. */
export const areasOfAll = (db: Database, ids: readonly string[]) =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select({
          protectionId: protectionAreas.protectionId,
          id: placeAreas.id,
          name: placeAreas.name,
        })
        .from(protectionAreas)
        .innerJoin(placeAreas, eq(placeAreas.id, protectionAreas.areaId))
        .where(inArray(protectionAreas.protectionId, [...ids]))
        .orderBy(asc(placeAreas.position), asc(placeAreas.id))

/** Questions of a place that found a team. */
export const countTeamed = async (db: Database, placeId: string): Promise<number> =>
  db.$count(challenges, and(eq(challenges.placeId, placeId), eq(challenges.state, 'formed')))
