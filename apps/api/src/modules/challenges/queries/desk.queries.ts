import { and, asc, eq, inArray, like, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { memberships, organisations } from '../../organisations/organisations.table.ts'
import { challengeAreas, challengeCriteria, challenges } from '../challenges.table.ts'
import { stateNow } from './challenge.queries.ts'

const among = (watched: 'all' | readonly string[]): SQL | undefined => {
  if (watched === 'all') return undefined
  return watched.length > 0 ? inArray(challenges.id, [...watched]) : sql`false`
}

/** What somebody's desk lists: their own with drafts and, of those a broker watches, what is read or out. */
export const deskRows = (
  db: Database,
  d: { placeId: string; personId: string; watched: 'all' | readonly string[] },
) =>
  db
    .select({
      id: challenges.id,
      slug: challenges.slug,
      state: stateNow,
      question: challenges.question,
      closesAt: challenges.closesAt,
      resultsBy: challenges.resultsBy,
      placeId: challenges.placeId,
      organisationId: challenges.organisationId,
      commissionerId: challenges.commissionerId,
      savedAt: challenges.updatedAt,
    })
    .from(challenges)
    .where(
      and(
        eq(challenges.placeId, d.placeId),
        or(
          eq(challenges.commissionerId, d.personId),
          and(
            among(d.watched),
            or(eq(challenges.state, 'read-through'), sql`${challenges.slug} is not null`),
          ),
        ),
      ),
    )
    .orderBy(sql`${challenges.closesAt} asc nulls first`, asc(challenges.id))
    .limit(500)

/** A public body in this place that the person belongs to, of those meant; the first by name where there are several. */
export const publicBodyOf = async (
  db: Database,
  d: { placeId: string; personId: string; among: 'all' | readonly string[] },
): Promise<string | undefined> =>
  (
    await db
      .select({ id: organisations.id })
      .from(memberships)
      .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
      .where(
        and(
          eq(memberships.personId, d.personId),
          eq(organisations.placeId, d.placeId),
          eq(organisations.sector, 'public'),
          ne(organisations.state, 'left'),
          d.among === 'all' ? undefined : inArray(organisations.id, [...d.among]),
        ),
      )
      .orderBy(asc(organisations.name))
      .limit(1)
  )[0]?.id

/** Who asks, as the public may read it: the body's own contact, never the person's sign-in address. */
export const askerOf = async (db: Database, challengeId: string) =>
  (
    await db
      .select({
        organisation: organisations.name,
        person: sql<string>`coalesce(${people.displayName}, ${organisations.contactName})`,
        phone: organisations.contactPhone,
        email: organisations.contactEmail,
      })
      .from(challenges)
      .innerJoin(organisations, eq(organisations.id, challenges.organisationId))
      .innerJoin(people, eq(people.id, challenges.commissionerId))
      .where(eq(challenges.id, challengeId))
  )[0]

export const startRow = async (
  tx: Database,
  row: Pick<
    typeof challenges.$inferInsert,
    'placeId' | 'commissionerId' | 'organisationId' | 'question' | 'whyNow' | 'whoIsAffected'
  >,
): Promise<string> => {
  const [made] = await tx.insert(challenges).values(row).returning({ id: challenges.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

export const replaceAreas = async (
  tx: Database,
  c: { placeId: string; challengeId: string; areaIds: readonly string[] },
): Promise<void> => {
  await tx.delete(challengeAreas).where(eq(challengeAreas.challengeId, c.challengeId))
  if (c.areaIds.length === 0) return
  const { placeId, challengeId } = c
  await tx
    .insert(challengeAreas)
    .values(c.areaIds.map((areaId) => ({ placeId, challengeId, areaId })))
}

export const replaceCriteria = async (
  tx: Database,
  c: {
    placeId: string
    challengeId: string
    criteria: readonly { name: string; goodLooksLike: string; weight: number }[]
  },
): Promise<void> => {
  await tx.delete(challengeCriteria).where(eq(challengeCriteria.challengeId, c.challengeId))
  if (c.criteria.length === 0) return
  const { placeId, challengeId } = c
  await tx
    .insert(challengeCriteria)
    .values(c.criteria.map((one, position) => ({ ...one, placeId, challengeId, position })))
}

/** Addresses that begin like this one. Held for this transaction, so that two openings cannot take the same. */
export const slugsLike = async (tx: Database, slug: string): Promise<Set<string>> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('challenges.slug'))`)
  const rows = await tx
    .select({ slug: challenges.slug })
    .from(challenges)
    .where(like(challenges.slug, `${slug.slice(0, 70)}%`))
  return new Set(rows.flatMap((row) => row.slug ?? []))
}

/** The database's clock. */
export const now = async (db: Database): Promise<Date> => {
  const { rows } = await db.execute<{ now: Date }>(sql`select clock_timestamp() as now`)
  const [row] = rows
  if (!row) throw new Error('the clock did not answer')
  return new Date(row.now)
}
