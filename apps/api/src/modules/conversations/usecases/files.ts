import type { Attachment } from '@howcanwe/shared/conversations'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Knock } from '../../codesign/index.ts'
import { refuse } from '../conversations.errors.ts'
import { keepable, safeName } from '../files.rules.ts'
import * as f from '../queries/files.queries.ts'
import * as q from '../queries/messages.queries.ts'
import { type Here, isOf, requireHere } from './here.ts'
import { mayRead, shownFile } from './shown.ts'

/** Files somebody may have waiting that stand in no message yet. */
const MOST_LOOSE = 12

async function requireRoom(db: Database, groupId: string, who: Here['who']): Promise<void> {
  if ((await f.countLoose(db, groupId, who)) >= MOST_LOOSE)
    throw refuse('conversations.too_many_files')
}

/**
 * Keeps one file for the next message. Who may send is asked before anything is decoded, and nothing is decoded inside a
 * transaction.
 *
 * @throws codesign.no_place_here · conversations.group_closed · conversations.too_many_files ·
 *   conversations.file_unreadable · conversations.file_heic · conversations.file_too_big
 */
export async function upload(
  deps: Deps,
  knock: Knock,
  given: { groupId: string; alt: string; name?: string | undefined; body: unknown },
): Promise<Attachment> {
  const { groupId, alt } = given
  const here = await requireHere(deps.db, knock, groupId)
  if (here.group.state === 'closed') throw refuse('conversations.group_closed')
  await requireRoom(deps.db, groupId, here.who)
  const kept = await keepable(given.body)
  if (typeof kept === 'string') throw refuse(`conversations.${kept}`)
  const { ending, data, ...facts } = kept
  const name = safeName(given.name ?? '', ending)
  const { placeId } = here.group
  const row = { placeId, groupId, ...here.who, ...facts, alt, name, data, size: data.length }
  return inTransaction(deps.db, async (tx) => {
    await f.oneAtATime(tx, groupId, here.who)
    await requireRoom(tx, groupId, here.who)
    return shownFile(await f.addFile(tx, row))
  })
}

/**
 * A file, for who may read the message it stands in; one that stands in none, for who sent it.
 *
 * @throws codesign.no_place_here · conversations.file_not_found
 */
export async function file(
  db: Database,
  knock: Knock,
  { groupId, fileId }: { groupId: string; fileId: string },
): Promise<{ data: Buffer; name: string; kind: 'image' | 'pdf' }> {
  const here = await requireHere(db, knock, groupId)
  const row = await f.fileById(db, groupId, fileId)
  if (!row) throw refuse('conversations.file_not_found')
  const message = row.messageId ? await q.messageById(db, groupId, row.messageId) : undefined
  const reads = row.messageId ? message !== undefined && mayRead(here, message) : isOf(here, row)
  if (!reads) throw refuse('conversations.file_not_found')
  return { data: row.data, name: row.name, kind: row.kind }
}

/** @throws conversations.file_not_found */
export async function dropFile(
  db: Database,
  knock: Knock,
  { groupId, fileId }: { groupId: string; fileId: string },
): Promise<undefined> {
  const here = await requireHere(db, knock, groupId)
  if (!(await f.dropLoose(db, groupId, here.who, fileId)))
    throw refuse('conversations.file_not_found')
  return undefined
}
