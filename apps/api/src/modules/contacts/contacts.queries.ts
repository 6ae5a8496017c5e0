import type { ContactInput } from '@howcanwe/shared/contacts'
import { and, asc, count, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from '../identity/identity.table.ts'
import type { After } from './contacts.cursor.ts'
import type { BookEntry } from './contacts.plan.rules.ts'
import { contacts, contactsKeptOut } from './contacts.table.ts'

type New = typeof contacts.$inferInsert
const now = sql`clock_timestamp()`

const entries = (db: Database) =>
  db
    .select({
      ...getTableColumns(contacts),
      addedByName: people.displayName,
      sortName: sql<string>`lower(${contacts.organisationName})`,
    })
    .from(contacts)
    .leftJoin(people, eq(people.id, contacts.addedBy))
    .$dynamic()

export type ContactRow = Awaited<ReturnType<typeof entries>>[number]

const folded = (column: unknown) => sql`fold(lower(${column}))`
const found = (q: string | undefined) =>
  q
    ? sql`position(${folded(q)} in ${folded(
        sql`concat_ws(' ', ${contacts.organisationName}, ${contacts.contactName}, ${contacts.email},
          ${contacts.phone}, ${contacts.areas})`,
      )}) > 0`
    : undefined

/** By organisation from after a given one; one more than the limit, so that the caller knows whether there is more. */
export const entriesHere = (
  db: Database,
  ask: {
    placeId: string
    q: string | undefined
    untold: boolean
    after: After | undefined
    limit: number
  },
) =>
  entries(db)
    .where(
      and(
        eq(contacts.placeId, ask.placeId),
        found(ask.q),
        ask.untold ? isNull(contacts.toldAt) : undefined,
        ask.after &&
          sql`(lower(${contacts.organisationName}), ${contacts.id}) > (${ask.after.name}, ${ask.after.id}::uuid)`,
      ),
    )
    .orderBy(sql`lower(${contacts.organisationName})`, asc(contacts.id))
    .limit(ask.limit + 1)

/** How many there are, and how many of them have not been told. */
export async function countsHere(db: Database, placeId: string) {
  const [row] = await db
    .select({
      total: count(),
      untold: sql<number>`count(*) filter (where ${contacts.toldAt} is null)::int`,
    })
    .from(contacts)
    .where(eq(contacts.placeId, placeId))
  return row ?? { total: 0, untold: 0 }
}

/** Who has not been told and must be within a week, the soonest first; undefined for nobody. */
export async function toTellSoon(db: Database, placeId: string) {
  const rows = await db
    .select({
      organisation: contacts.organisationName,
      since: contacts.createdAt,
      dueAt: contacts.tellBy,
      late: sql<boolean>`${contacts.tellBy} <= ${now}`,
    })
    .from(contacts)
    .where(
      and(
        eq(contacts.placeId, placeId),
        isNull(contacts.toldAt),
        sql`${contacts.tellBy} <= ${now} + interval '7 days'`,
      ),
    )
    .orderBy(asc(contacts.tellBy), asc(contacts.id))
  const [first] = rows
  if (!first) return undefined
  const { since, dueAt, late } = first
  const organisations = [...new Set(rows.map((row) => row.organisation))]
  return { organisations, people: rows.length, since, dueAt, late }
}

export const entryById = async (db: Database, id: string): Promise<ContactRow | undefined> =>
  (await entries(db).where(eq(contacts.id, id)))[0]

/** One import into a book after the other, until the transaction ends. */
export const takeTurn = (tx: Database, placeId: string) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('contacts' || ${placeId}, 0))`)

/** The whole book, as a file meets it. */
export const bookOf = (db: Database, placeId: string): Promise<BookEntry[]> =>
  db
    .select({
      id: contacts.id,
      version: contacts.version,
      organisationName: contacts.organisationName,
      contactName: contacts.contactName,
      email: contacts.email,
      phone: contacts.phone,
      themes: contacts.themes,
      areas: contacts.areas,
      notes: contacts.notes,
    })
    .from(contacts)
    .where(eq(contacts.placeId, placeId))
    .orderBy(asc(contacts.id))

/** A statement of two thousand rows takes so long to write out that everybody else would wait. */
const PUT_AT_ONCE = 200

/** @param told they know that they are kept */
export async function put(
  tx: Database,
  rows: readonly Omit<New, 'toldAt'>[],
  told: boolean,
): Promise<string[]> {
  const made: string[] = []
  for (let from = 0; from < rows.length; from += PUT_AT_ONCE) {
    const some = rows.slice(from, from + PUT_AT_ONCE)
    const put = await tx
      .insert(contacts)
      .values(some.map((row) => ({ ...row, toldAt: told ? now : null })))
      .returning({ id: contacts.id })
    made.push(...put.map(({ id }) => id))
  }
  return made
}

export interface Changed {
  id: string
  version: number
  said: ContactInput
  /** It speaks of somebody else now, who has not been told. */
  another: boolean
}

/** @returns false when the row has moved on from this version */
export const change = async (tx: Database, row: Changed): Promise<boolean> =>
  (await changeMany(tx, [row])) === 1

/** Many at once, each only where it is still as it was seen. @returns how many that were */
export async function changeMany(tx: Database, rows: readonly Changed[]): Promise<number> {
  if (rows.length === 0) return 0
  const said = JSON.stringify(
    rows.map(({ id, version, another, ...row }) => ({ ...row.said, id, another, seen: version })),
  )
  const { rowCount } = await tx.execute(sql`
    update contacts c set
      organisation_name = n."organisationName", contact_name = n."contactName", email = n.email,
      phone = n.phone, themes = array(select jsonb_array_elements_text(n.themes)), areas = n.areas,
      notes = n.notes, version = c.version + 1, updated_at = ${now}, last_used_at = ${now},
      told_at = case when n.another then null else c.told_at end,
      tell_by = case when n.another then ${now} + interval '1 month' else c.tell_by end
    from jsonb_to_recordset(${said}::jsonb) as n(id uuid, seen integer, another boolean, "organisationName" text,
      "contactName" text, email text, phone text, themes jsonb, areas text, notes text)
    where c.id = n.id and c.version = n.seen`)
  return rowCount ?? 0
}

/** Whoever is of this place and has not been told counts as told from now. */
export const tell = async (
  tx: Database,
  placeId: string,
  ids: readonly string[],
): Promise<string[]> =>
  (
    await tx
      .update(contacts)
      .set({ toldAt: now, updatedAt: now, version: sql`${contacts.version} + 1` })
      .where(
        and(eq(contacts.placeId, placeId), inArray(contacts.id, [...ids]), isNull(contacts.toldAt)),
      )
      .returning({ id: contacts.id })
  ).map(({ id }) => id)

export const remove = (tx: Database, id: string) => tx.delete(contacts).where(eq(contacts.id, id))

export async function keepOut(
  tx: Database,
  placeId: string,
  keyHashes: readonly Buffer[],
): Promise<void> {
  if (keyHashes.length === 0) return
  const rows = keyHashes.map((keyHash) => ({ placeId, keyHash }))
  await tx.insert(contactsKeptOut).values(rows).onConflictDoNothing()
}

export const letIn = (tx: Database, placeId: string, keyHashes: readonly Buffer[]) =>
  tx
    .delete(contactsKeptOut)
    .where(
      and(eq(contactsKeptOut.placeId, placeId), inArray(contactsKeptOut.keyHash, [...keyHashes])),
    )

/** Who of a place asked not to be in the book, as hex of their keys. */
export const keptOutOf = async (db: Database, placeId: string): Promise<Set<string>> =>
  new Set(
    (
      await db
        .select({ keyHash: contactsKeptOut.keyHash })
        .from(contactsKeptOut)
        .where(eq(contactsKeptOut.placeId, placeId))
    ).map(({ keyHash }) => keyHash.toString('hex')),
  )
