import type { Theme } from '@howcanwe/shared/places'
import { and, desc, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { practiceAdoptions, practiceCards } from './practices.table.ts'

const cards = (db: Database) =>
  db
    .select({
      card: practiceCards,
      organisation: organisations.name,
      usedBy: sql<number>`(select count(*)::int from ${practiceAdoptions} a
        join ${organisations} o on o.id = a.organisation_id and o.state <> 'left'
        where a.card_id = ${practiceCards.id})`,
    })
    .from(practiceCards)
    .innerJoin(organisations, eq(organisations.id, practiceCards.organisationId))
    .$dynamic()

export type CardRow = Awaited<ReturnType<typeof cards>>[number]
type New = typeof practiceCards.$inferInsert

/**
 * Listed ones of a place, newest first, and one more than `limit` where the list goes on.
 *
 * @param of.after the card that the page before ended with
 */
export const listedHere = (
  db: Database,
  of: { placeId: string; theme?: Theme | undefined; after: string | undefined; limit: number },
) =>
  cards(db)
    .where(
      and(
        eq(practiceCards.placeId, of.placeId),
        eq(practiceCards.state, 'listed'),
        ne(organisations.state, 'left'),
        of.theme ? sql`${practiceCards.themes} @> array[${of.theme}]::text[]` : undefined,
        of.after
          ? sql`(${practiceCards.listedAt}, ${practiceCards.id}) <
              (select last.listed_at, last.id from practice_cards last where last.id = ${of.after})`
          : undefined,
      ),
    )
    .orderBy(desc(practiceCards.listedAt), desc(practiceCards.id))
    .limit(of.limit + 1)

export const cardsOf = (db: Database, organisationId: string) =>
  cards(db).where(eq(practiceCards.organisationId, organisationId)).orderBy(desc(practiceCards.id))

export const cardById = async (db: Database, id: string): Promise<CardRow | undefined> =>
  (await cards(db).where(eq(practiceCards.id, id)))[0]

export const put = async (tx: Database, row: New): Promise<string> => {
  const [made] = await tx.insert(practiceCards).values(row).returning({ id: practiceCards.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

/** @returns false when the row has moved on from this version, or is no longer done */
export const change = async (
  tx: Database,
  seen: { id: string; version: number },
  said: Partial<New>,
): Promise<boolean> =>
  (
    await tx
      .update(practiceCards)
      .set({ ...said, version: seen.version + 1, updatedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(practiceCards.id, seen.id),
          eq(practiceCards.version, seen.version),
          ne(practiceCards.state, 'retired'),
        ),
      )
      .returning({ id: practiceCards.id })
  ).length === 1

/** Of two presses, one moves it. */
export const move = async (
  tx: Database,
  id: string,
  to:
    | { from: 'draft' | 'listed'; state: 'listed' }
    | { from: 'listed'; state: 'retired'; reason: string },
): Promise<boolean> => {
  const now = sql`clock_timestamp()`
  const set =
    to.state === 'listed'
      ? { state: to.state, listedAt: now }
      : { state: to.state, retiredAt: now, retiredReason: to.reason }
  const rows = await tx
    .update(practiceCards)
    .set({ ...set, updatedAt: now, version: sql`${practiceCards.version} + 1` })
    .where(and(eq(practiceCards.id, id), eq(practiceCards.state, to.from)))
    .returning({ id: practiceCards.id })
  return rows.length === 1
}
