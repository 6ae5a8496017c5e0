import type { ActionOf } from '@howcanwe/shared/audit'
import type { Contact, ContactInput, contactsContract, NewContact } from '@howcanwe/shared/contacts'
import type { Received, Result } from '@howcanwe/shared/http'
import { constraintOf, type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import { callingCodeOf, readPhone } from '../identity/index.ts'
import { type PlaceRow, placeById } from '../places/index.ts'
import { cursorOf, readCursor } from './contacts.cursor.ts'
import { refuse } from './contacts.errors.ts'
import { isAmong, keysOf } from './contacts.kept-out.ts'
import { readsBook } from './contacts.policy.ts'
import * as q from './contacts.queries.ts'
import { isAnother } from './contacts.told.rules.ts'

const PAGE = 50

type Asked = Received<typeof contactsContract.list>['body']

function shown({ addedByName, createdAt, ...row }: q.ContactRow): Contact {
  return { ...row, addedBy: addedByName ?? '', addedAt: createdAt }
}

/** The place whose book it is. @throws auth.forbidden */
export async function requireBook(db: Database, actor: Actor, placeId: string): Promise<PlaceRow> {
  const place = readsBook(actor, placeId) ? await placeById(db, placeId) : undefined
  if (!place) throw refuseRequest('auth.forbidden')
  return place
}

/** @throws contacts.not_found also for whoever may not look into this book */
async function requireEntry(db: Database, actor: Actor, contactId: string): Promise<q.ContactRow> {
  const row = await q.entryById(db, contactId)
  if (!row || !readsBook(actor, row.placeId)) throw refuse('contacts.not_found')
  return row
}

/** By organisation. */
export async function list(
  { db }: Deps,
  actor: Actor,
  ask: Asked & { placeId: string },
): Promise<Result<typeof contactsContract.list>> {
  const { placeId, untold = false, cursor, limit = PAGE } = ask
  await requireBook(db, actor, placeId)
  const after = readCursor(cursor)
  const [rows, counts] = await Promise.all([
    q.entriesHere(db, { placeId, untold, after, limit, q: ask.q?.trim() }),
    q.countsHere(db, placeId),
  ])
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  const nextCursor =
    rows.length > limit && last ? cursorOf({ name: last.sortName, id: last.id }) : null
  return { ...counts, items: page.map(shown), nextCursor }
}

/** @throws contacts.not_found */
export const read = async ({ db }: Deps, actor: Actor, contactId: string): Promise<Contact> =>
  shown(await requireEntry(db, actor, contactId))

/** Never who it is about: the trail is read by more than the book (trust.md T-02). */
const trail = (
  tx: Database,
  actor: Actor,
  about: { placeId: string; id: string },
  what: ActionOf<'contacts'>,
  after?: Record<string, boolean>,
) =>
  record(tx, {
    placeId: about.placeId,
    actorId: actor.personId,
    action: `contacts.${what}`,
    subject: { kind: 'contact', id: about.id },
    ...(after ? { after } : {}),
  })

/** With the number as it is kept. @throws contacts.not_phone · contacts.not_reachable */
function kept(said: ContactInput, place: PlaceRow): ContactInput {
  const phone = said.phone === null ? null : readPhone(said.phone, callingCodeOf(place.timeZone))
  if (phone === undefined) throw refuse('contacts.not_phone')
  if (!said.email && !phone) throw refuse('contacts.not_reachable')
  return { ...said, phone, themes: [...new Set(said.themes)] }
}

/** Of two at once with one address, the database keeps one. */
function alreadyThere(error: unknown): unknown {
  const constraint = constraintOf(error)
  if (constraint === 'contacts_email_once') return refuse('contacts.email_taken')
  if (constraint === 'contacts_phone_once') return refuse('contacts.already_there')
  return error
}

/**
 * Whoever asked not to be in the book is let in again only when they know. Asked once the row is written: writing waits
 * for whoever is just taking the same address out.
 *
 * @throws contacts.kept_out
 */
async function requireWelcome(
  { config }: Deps,
  tx: Database,
  placeId: string,
  { theyKnow, ...said }: ContactInput & { theyKnow: boolean },
): Promise<void> {
  if (!isAmong(await q.keptOutOf(tx, placeId), config.vaultKey, placeId, said)) return
  if (!theyKnow) throw refuse('contacts.kept_out')
  await q.letIn(tx, placeId, keysOf(config.vaultKey, placeId, said))
}

/** @throws contacts.not_phone · not_reachable · email_taken · already_there · kept_out */
export async function add(
  deps: Deps,
  actor: Actor,
  { placeId, input }: { placeId: string; input: NewContact },
): Promise<Contact> {
  const { source, theyKnow, ...typed } = input
  const place = await requireBook(deps.db, actor, placeId)
  const said = kept(typed, place)
  return inTransaction(deps.db, async (tx) => {
    const row = { ...said, placeId, source, addedBy: actor.personId }
    const [id = ''] = await q.put(tx, [row], theyKnow).catch((error: unknown) => {
      throw alreadyThere(error)
    })
    await requireWelcome(deps, tx, placeId, { ...said, theyKnow })
    await trail(tx, actor, { placeId, id }, 'added')
    return shown(await requireEntry(tx, actor, id))
  })
}

/** @throws contacts.not_found · not_phone · not_reachable · email_taken · already_there · kept_out · request.stale */
export async function change(
  deps: Deps,
  actor: Actor,
  seen: { contactId: string; version: number },
  typed: ContactInput,
): Promise<Contact> {
  return inTransaction(deps.db, async (tx) => {
    const before = await requireEntry(tx, actor, seen.contactId)
    const said = kept(typed, await requireBook(tx, actor, before.placeId))
    const moved = await q
      .change(tx, {
        ...{ id: before.id, version: seen.version, said },
        another: isAnother(before.contactName, said.contactName),
      })
      .catch((error: unknown) => {
        throw alreadyThere(error)
      })
    if (!moved) throw refuseRequest('request.stale', { currentVersion: before.version })
    // An entry that becomes another person's is like a new one.
    if ((said.email ?? said.phone) !== (before.email ?? before.phone))
      await requireWelcome(deps, tx, before.placeId, { ...said, theyKnow: false })
    await trail(tx, actor, before, 'changed')
    return shown(await requireEntry(tx, actor, before.id))
  })
}

/** Takes somebody out; where they asked for it, no file brings them back. @throws contacts.not_found */
export async function remove(
  { db, config }: Deps,
  actor: Actor,
  { contactId, theyAsked }: { contactId: string; theyAsked: boolean },
): Promise<void> {
  await inTransaction(db, async (tx) => {
    const row = await requireEntry(tx, actor, contactId)
    await q.remove(tx, contactId)
    if (theyAsked) await q.keepOut(tx, row.placeId, keysOf(config.vaultKey, row.placeId, row))
    await trail(tx, actor, row, 'removed', { theyAsked })
  })
}

/** They know now that they are in the book. Whoever is of another place, or was told before, is left alone. */
export async function tell(
  { db }: Deps,
  actor: Actor,
  { placeId, contactIds }: { placeId: string; contactIds: readonly string[] },
): Promise<{ told: number }> {
  await requireBook(db, actor, placeId)
  return inTransaction(db, async (tx) => {
    const ids = await q.tell(tx, placeId, contactIds)
    for (const id of ids) await trail(tx, actor, { placeId, id }, 'told')
    return { told: ids.length }
  })
}
