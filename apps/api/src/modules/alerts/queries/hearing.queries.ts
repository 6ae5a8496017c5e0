import type { Heard, How } from '@howcanwe/shared/alerts'
import { and, asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { outbox } from '../../notifications/notifications.table.ts'
import { digestTurns, hearingHours, hearingWishes, savedSearches } from '../alerts.table.ts'

/** How somebody hears of each thing: what they said, or what holds for everybody. */
export const wishesOf = async (db: Database, personId: string) =>
  (
    await db.execute<{ what: Heard; how: How }>(sql`
      select what, hears(${personId}, what) as how
      from unnest(array['waiting', 'mine', 'new', 'closing', 'news']) with ordinality w(what, at) order by at`)
  ).rows

export const hoursOf = (db: Database, personId: string) =>
  db.select().from(hearingHours).where(eq(hearingHours.personId, personId))

export async function putWish(
  tx: Database,
  personId: string,
  wish: { what: Heard; how: How },
): Promise<void> {
  const { what, how } = wish
  await tx
    .insert(hearingWishes)
    .values({ personId, what, how })
    .onConflictDoUpdate({
      target: [hearingWishes.personId, hearingWishes.what],
      set: { how, stoppedWith: null, howBefore: null, changedAt: sql`clock_timestamp()` },
    })
}

export async function putHours(
  tx: Database,
  personId: string,
  hours: { channel: 'email' | 'sms'; from: number; until: number },
): Promise<void> {
  const values = { quietFrom: hours.from, quietUntil: hours.until }
  await tx
    .insert(hearingHours)
    .values({ personId, channel: hours.channel, ...values })
    .onConflictDoUpdate({ target: [hearingHours.personId, hearingHours.channel], set: values })
}

/** What waits to be collected of a kind somebody no longer wants to hear of. */
export const dropCollected = (tx: Database, personId: string, kind: 'waiting' | 'mine') =>
  tx
    .delete(outbox)
    .where(
      and(
        eq(outbox.personId, personId),
        eq(outbox.kind, kind),
        sql`${outbox.digest} is not null and ${outbox.sentAt} is null`,
      ),
    )

/** What was kept for a letter now leaves at once. */
export const releaseCollected = (tx: Database, personId: string, kind: 'waiting' | 'mine') =>
  tx
    .update(outbox)
    .set({ digest: null, availableAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(outbox.personId, personId),
        eq(outbox.kind, kind),
        sql`${outbox.digest} is not null and ${outbox.sentAt} is null`,
      ),
    )

/** Daily or weekly may have changed: the next letter is due accordingly. */
export const windTurns = (tx: Database, personId: string) =>
  tx
    .update(digestTurns)
    .set({
      dueAt: sql`next_digest(${digestTurns.personId}, ${digestTurns.placeId}, clock_timestamp())`,
    })
    .where(eq(digestTurns.personId, personId))

export const searchesOf = (db: Database, personId: string, placeId: string) =>
  db
    .select()
    .from(savedSearches)
    .where(and(eq(savedSearches.personId, personId), eq(savedSearches.placeId, placeId)))
    .orderBy(asc(savedSearches.createdAt), asc(savedSearches.id))

export const putSearch = async (tx: Database, row: typeof savedSearches.$inferInsert) =>
  (await tx.insert(savedSearches).values(row).returning())[0]

/** @returns undefined where it is nobody's, or somebody else's */
export const changeSearch = async (
  tx: Database,
  mine: { id: string; personId: string },
  how: How,
) =>
  (
    await tx
      .update(savedSearches)
      .set({ how, stoppedWith: null, howBefore: null })
      .where(and(eq(savedSearches.id, mine.id), eq(savedSearches.personId, mine.personId)))
      .returning()
  )[0]

export const dropSearch = async (tx: Database, mine: { id: string; personId: string }) =>
  (
    await tx
      .delete(savedSearches)
      .where(and(eq(savedSearches.id, mine.id), eq(savedSearches.personId, mine.personId)))
      .returning()
  )[0]
