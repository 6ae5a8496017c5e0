import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { outbox } from '../../notifications/notifications.table.ts'
import { organisations } from '../../organisations/organisations.table.ts'
import { letterStops, savedSearches } from '../alerts.table.ts'

/** What a letter was, and whose, as far as stopping others like it needs. */
export const letterToStop = async (db: Database, id: string) =>
  (
    await db
      .select({
        id: outbox.id,
        kind: outbox.kind,
        placeId: outbox.placeId,
        recipient: outbox.recipient,
        personId: outbox.personId,
        organisationId: outbox.organisationId,
        person: people.displayName,
        organisation: organisations.name,
      })
      .from(outbox)
      .leftJoin(people, eq(people.id, outbox.personId))
      .leftJoin(organisations, eq(organisations.id, outbox.organisationId))
      .where(eq(outbox.id, id))
  )[0]
export type LetterToStop = NonNullable<Awaited<ReturnType<typeof letterToStop>>>

const fingerprint = (address: string) => sql<Buffer>`sha256(convert_to(lower(${address}), 'UTF8'))`

/** No more of this kind to an address that is nobody's own. */
export const stopAddress = (tx: Database, of: LetterToStop) =>
  tx
    .insert(letterStops)
    .values({
      addressHash: fingerprint(of.recipient) as unknown as Buffer,
      kind: of.kind,
      organisationId: of.organisationId,
    })
    .onConflictDoNothing()

export const isAddressStopped = async (db: Database, of: LetterToStop): Promise<boolean> =>
  (
    await db
      .select({ id: letterStops.id })
      .from(letterStops)
      .where(
        and(
          eq(letterStops.addressHash, fingerprint(of.recipient)),
          eq(letterStops.kind, of.kind),
          sql`${letterStops.organisationId} is not distinct from ${of.organisationId}`,
        ),
      )
  ).length > 0

/** No search of somebody writes any more, or none that is collected. */
export const quietSearches = (tx: Database, personId: string, only?: 'collected') =>
  tx
    .update(savedSearches)
    .set({ how: 'never' })
    .where(
      and(
        eq(savedSearches.personId, personId),
        only ? sql`${savedSearches.how} in ('daily', 'weekly')` : undefined,
      ),
    )

export const hasLoudSearch = async (
  db: Database,
  personId: string,
  only?: 'collected',
): Promise<boolean> =>
  (
    await db
      .select({ id: savedSearches.id })
      .from(savedSearches)
      .where(
        and(
          eq(savedSearches.personId, personId),
          only
            ? sql`${savedSearches.how} in ('daily', 'weekly')`
            : sql`${savedSearches.how} <> 'never'`,
        ),
      )
      .limit(1)
  ).length > 0
