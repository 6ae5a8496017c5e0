import type { Heard } from '@howcanwe/shared/alerts'
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
      stoppedWith: of.id,
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

/** Somebody hears no more of a thing; what held before stays with the letter that stopped it. */
export const stopWish = (tx: Database, of: LetterToStop & { personId: string }, what: Heard) =>
  tx.execute(sql`
    insert into hearing_wishes (person_id, what, how, how_before, stopped_with)
    values (${of.personId}, ${what}, 'never', hears(${of.personId}, ${what}), ${of.id})
    on conflict (person_id, what) do update
      set (how, how_before, stopped_with, changed_at) = ('never', hearing_wishes.how, excluded.stopped_with, clock_timestamp())
      where hearing_wishes.how <> 'never'`)

/** No search of somebody writes any more, or none that is collected. */
export const stopSearches = (
  tx: Database,
  of: LetterToStop & { personId: string },
  only?: 'collected',
) =>
  tx.execute(sql`
    update saved_searches set how = 'never', how_before = how, stopped_with = ${of.id}
    where person_id = ${of.personId} and how <> 'never'
      and ${only ? sql`how in ('daily', 'weekly')` : sql`true`}`)

/** What a letter's link stopped and nobody has chosen anew since: for one person, or at one address. */
export const stoppedWith = async (db: Database, letterId: string): Promise<boolean> =>
  (
    await db.execute(sql`
      select from hearing_wishes where stopped_with = ${letterId}
      union all select from saved_searches where stopped_with = ${letterId}
      union all select from letter_stops where stopped_with = ${letterId} limit 1`)
  ).rows.length > 0

/** Takes it back, all as it was. */
export async function undoStop(tx: Database, letterId: string): Promise<void> {
  const asBefore = sql`set how = how_before, how_before = null, stopped_with = null`
  await tx.execute(sql`
    update hearing_wishes ${asBefore}, changed_at = clock_timestamp() where stopped_with = ${letterId}`)
  await tx.execute(sql`update saved_searches ${asBefore} where stopped_with = ${letterId}`)
  await tx.execute(sql`delete from letter_stops where stopped_with = ${letterId}`)
}

/** One confirmation after the other for an address, until the transaction ends; true where one went in the last day. */
export async function confirmedToday(tx: Database, to: string): Promise<boolean> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('alerts.stopped:' || ${to}::text, 0))`,
  )
  const { rows } = await tx.execute(sql`
    select from outbox where recipient = ${to} and template = 'alerts.stopped'
      and created_at > clock_timestamp() - interval '24 hours' limit 1`)
  return rows.length > 0
}

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
