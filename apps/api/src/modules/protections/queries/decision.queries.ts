import { and, asc, desc, eq, inArray, like, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { organisations } from '../../organisations/organisations.table.ts'
import { places } from '../../places/places.table.ts'
import {
  protectionAreas,
  protectionNotes,
  protectionReviews,
  protections,
} from '../protections.table.ts'

export type DecisionRow = typeof protections.$inferSelect
type New = typeof protections.$inferInsert

export const byId = async (db: Database, id: string): Promise<DecisionRow | undefined> =>
  (await db.select().from(protections).where(eq(protections.id, id)))[0]

export const lockById = async (tx: Database, id: string): Promise<DecisionRow | undefined> =>
  (await tx.select().from(protections).where(eq(protections.id, id)).for('update'))[0]

export const startRow = async (
  tx: Database,
  row: Pick<New, 'placeId' | 'commissionerId' | 'organisationId'> & Partial<New>,
): Promise<string> => {
  const [made] = await tx.insert(protections).values(row).returning({ id: protections.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

/** Changes a locked row and moves its version on. */
export const changeRow = async (
  tx: Database,
  id: string,
  change: PgUpdateSetSource<typeof protections>,
): Promise<void> => {
  await tx
    .update(protections)
    .set({
      ...change,
      updatedAt: sql`clock_timestamp()`,
      version: sql`${protections.version} + 1`,
    })
    .where(eq(protections.id, id))
}

/** More seconds in front of the form. */
export const plusSeconds = (more: number) => sql`${protections.secondsTaken} + ${more}::int`

/** Nine in the morning of a day, where the place is; null stays null. */
export const morningOf = (day: string | null, timeZone: string) =>
  day === null ? null : sql`(${day}::date + time '09:00') at time zone ${timeZone}`

export const areaIdsOf = async (db: Database, protectionId: string): Promise<string[]> =>
  (
    await db
      .select({ areaId: protectionAreas.areaId })
      .from(protectionAreas)
      .where(eq(protectionAreas.protectionId, protectionId))
      .orderBy(asc(protectionAreas.areaId))
  ).map((r) => r.areaId)

export const replaceAreas = async (
  tx: Database,
  d: { placeId: string; protectionId: string; areaIds: readonly string[] },
): Promise<void> => {
  const { placeId, protectionId, areaIds } = d
  await tx.delete(protectionAreas).where(eq(protectionAreas.protectionId, protectionId))
  if (areaIds.length === 0) return
  await tx
    .insert(protectionAreas)
    .values(areaIds.map((areaId) => ({ placeId, protectionId, areaId })))
}

/** Who decided, as the public may read it: the body's own contact, never the person's sign-in address. */
export const decidedByOf = async (db: Database, protectionId: string) =>
  (
    await db
      .select({
        organisation: organisations.name,
        person: sql<string>`coalesce(${people.displayName}, ${organisations.contactName})`,
        phone: organisations.contactPhone,
        email: organisations.contactEmail,
      })
      .from(protections)
      .innerJoin(organisations, eq(organisations.id, protections.organisationId))
      .innerJoin(people, eq(people.id, protections.commissionerId))
      .where(eq(protections.id, protectionId))
  )[0]

/** Today in a place, by the database's clock. */
export const todayIn = async (db: Database, placeId: string): Promise<string> => {
  const [row] = await db
    .select({ day: sql<string>`((clock_timestamp() at time zone ${places.timeZone})::date)::text` })
    .from(places)
    .where(eq(places.id, placeId))
  if (!row) throw new Error('a decision without a place')
  return row.day
}

export const notesOf = (db: Database, protectionId: string) =>
  db
    .select({ id: protectionNotes.id, text: protectionNotes.text, at: protectionNotes.at })
    .from(protectionNotes)
    .where(eq(protectionNotes.protectionId, protectionId))
    .orderBy(asc(protectionNotes.at), asc(protectionNotes.id))

export const reviewsOf = (db: Database, protectionId: string) =>
  db
    .select({
      id: protectionReviews.id,
      outcome: protectionReviews.outcome,
      said: protectionReviews.said,
      reviewOn: protectionReviews.reviewOn,
      at: protectionReviews.at,
    })
    .from(protectionReviews)
    .where(eq(protectionReviews.protectionId, protectionId))
    .orderBy(asc(protectionReviews.at), asc(protectionReviews.id))

export const addNote = (tx: Database, row: typeof protectionNotes.$inferInsert) =>
  tx.insert(protectionNotes).values(row)

export const addReview = (tx: Database, row: typeof protectionReviews.$inferInsert) =>
  tx.insert(protectionReviews).values(row)

/** Addresses that begin like this one. Held for this transaction, so that two cannot take the same. */
export const slugsLike = async (tx: Database, slug: string): Promise<Set<string>> => {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('protections.slug'))`)
  const rows = await tx
    .select({ slug: protections.slug })
    .from(protections)
    .where(like(protections.slug, `${slug.slice(0, 70)}%`))
  return new Set(rows.flatMap((row) => row.slug ?? []))
}

/** Somebody's own decisions in a place: the next to be looked at first, drafts before all. */
/** Decisions of one person, of those bodies they may still decide for. */
export const ownRows = (
  db: Database,
  d: { placeId: string; personId: string; among: 'all' | readonly string[] },
) =>
  db
    .select({
      id: protections.id,
      slug: protections.slug,
      state: protections.state,
      title: protections.title,
      nextReviewOn: protections.nextReviewOn,
      savedAt: protections.updatedAt,
    })
    .from(protections)
    .where(
      and(
        eq(protections.placeId, d.placeId),
        eq(protections.commissionerId, d.personId),
        d.among === 'all' ? undefined : inArray(protections.organisationId, [...d.among]),
      ),
    )
    .orderBy(
      sql`${protections.state} = 'ended'`,
      sql`${protections.nextReviewOn} asc nulls first`,
      desc(protections.id),
    )
    .limit(200)

/** The next decision whose commissioner is to be reminded; skips what another worker holds. */
export const takeDue = async (tx: Database): Promise<DecisionRow | undefined> =>
  (
    await tx
      .select()
      .from(protections)
      .where(
        and(eq(protections.state, 'published'), sql`${protections.remindAt} <= clock_timestamp()`),
      )
      .orderBy(asc(protections.remindAt))
      .limit(1)
      .for('update', { skipLocked: true })
  )[0]

export const setReminder = (tx: Database, id: string, at: ReturnType<typeof morningOf>) =>
  tx.update(protections).set({ remindAt: at }).where(eq(protections.id, id))
