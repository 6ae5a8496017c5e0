import type { ContactInput, contactsContract, ImportPreview } from '@howcanwe/shared/contacts'
import type { Received, Result } from '@howcanwe/shared/http'
import { constraintOf, type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import { callingCodeOf } from '../identity/index.ts'
import { requireBook } from './contacts.book.usecases.ts'
import { refuse } from './contacts.errors.ts'
import { isAmong } from './contacts.kept-out.ts'
import {
  type BookEntry,
  countsOf,
  fingerprintOf,
  isSameFile,
  type Planned,
  planOf,
} from './contacts.plan.rules.ts'
import * as q from './contacts.queries.ts'
import { readContacts } from './contacts.reader.ts'
import { readRows, type Spelling } from './contacts.rows.rules.ts'
import { isAnother } from './contacts.told.rules.ts'

type Body = Received<typeof contactsContract.bringIn>['body']

/** What this file would do to the book as it is now; looking and bringing in both go through here. */
async function planFor(
  { config }: Deps,
  db: Database,
  ask: { placeId: string; timeZone: string; bytes: Buffer; spelling: Spelling },
) {
  const { placeId, bytes, spelling } = ask
  const table = readContacts(bytes)
  const rows = readRows(table, { spelling, callingCode: callingCodeOf(ask.timeZone) })
  const book = await q.bookOf(db, placeId)
  const out = await q.keptOutOf(db, placeId)
  const isKeptOut = (said: ContactInput) => isAmong(out, config.vaultKey, placeId, said)
  const plan = planOf(rows, book, isKeptOut)
  return { heads: table.heads, plan, fingerprint: fingerprintOf(bytes, plan) }
}

/**
 * What bringing in a file would do. Changes nothing.
 *
 * @throws contacts.too_large · not_a_table · no_columns · too_many
 */
export async function look(
  deps: Deps,
  actor: Actor,
  ask: { placeId: string; content: string; spelling: Spelling },
): Promise<ImportPreview> {
  const { timeZone } = await requireBook(deps.db, actor, ask.placeId)
  const bytes = Buffer.from(ask.content, 'base64')
  const { heads, plan, fingerprint } = await planFor(deps, deps.db, { ...ask, timeZone, bytes })
  const lines = plan.map(({ line }) => line)
  return { columns: heads, counts: countsOf(plan), lines, fingerprint }
}

/** @throws contacts.book_changed where somebody else wrote meanwhile */
async function write(
  tx: Database,
  plan: readonly Planned[],
  theyKnow: boolean,
  about: { placeId: string; addedBy: string; source: string },
): Promise<void> {
  const writes = plan.flatMap(({ write }) => write ?? [])
  const changed = writes.flatMap(({ entry, said }) => (entry ? [changedBy(entry, said)] : []))
  const added = writes.flatMap(({ entry, said }) => (entry ? [] : [{ ...said, ...about }]))
  if ((await q.changeMany(tx, changed)) !== changed.length) throw refuse('contacts.book_changed')
  await q.put(tx, added, theyKnow)
  const met = plan.flatMap((one) => one.meets?.id ?? [])
  if (theyKnow && met.length > 0) await q.tell(tx, about.placeId, met)
}

const changedBy = ({ id, version, contactName }: BookEntry, said: ContactInput): q.Changed => ({
  ...{ id, version, said },
  another: isAnother(contactName, said.contactName),
})

/** Somebody typed the same person in the same second: the database keeps one, and the list is looked through anew. */
function metAnother(error: unknown): unknown {
  return constraintOf(error)?.startsWith('contacts_') ? refuse('contacts.book_changed') : error
}

/**
 * Brings a file in exactly as it was looked through, in one transaction: every line it showed, or none.
 *
 * @throws contacts.other_file · book_changed · nothing_new, and everything looking can refuse
 */
export async function bringIn(
  deps: Deps,
  actor: Actor,
  ask: Body & { placeId: string; spelling: Spelling },
): Promise<Result<typeof contactsContract.bringIn>> {
  const { placeId, source } = ask
  const { timeZone } = await requireBook(deps.db, actor, placeId)
  const bytes = Buffer.from(ask.content, 'base64')
  return inTransaction(deps.db, async (tx) => {
    await q.takeTurn(tx, placeId)
    const { plan, fingerprint } = await planFor(deps, tx, { ...ask, timeZone, bytes })
    if (!isSameFile(fingerprint, ask.fingerprint)) throw refuse('contacts.other_file')
    if (fingerprint !== ask.fingerprint) throw refuse('contacts.book_changed')
    const counts = countsOf(plan)
    if (counts.new + counts.change === 0) throw refuse('contacts.nothing_new')
    const about = { placeId, addedBy: actor.personId, source }
    await write(tx, plan, ask.theyKnow, about).catch((error: unknown) => {
      throw metAnother(error)
    })
    await record(tx, {
      placeId,
      actorId: actor.personId,
      action: 'contacts.imported',
      subject: { kind: 'place', id: placeId },
      after: { ...counts, theyKnow: ask.theyKnow },
    })
    return { counts }
  })
}
