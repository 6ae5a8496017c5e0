import type { Result } from '@howcanwe/shared/http'
import type { CameOf, textsContract } from '@howcanwe/shared/texts'
import { type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { requireOwnGroup } from '../../codesign/index.ts'
import { open } from '../../vault/index.ts'
import * as q from '../queries/texts.queries.ts'
import { refuse } from '../texts.errors.ts'
import { WORDS } from './keep.ts'

/** Texts that wait for whoever runs the group, the one that is due first in front. @throws codesign.group_not_found */
export async function textsFor(
  db: Database,
  actor: Actor,
  groupId: string,
): Promise<Result<typeof textsContract.list>> {
  const group = await requireOwnGroup(db, actor, groupId)
  const rows = await q.waitingIn(db, groupId)
  return {
    group: { id: group.id, name: group.name },
    items: rows.map(
      ({ text: { id, memberId, receivedAt, dueAt }, firstName, reference, isLate }) => ({
        ...{ id, receivedAt, dueAt, isLate },
        member: memberId && firstName && reference ? { id: memberId, firstName, reference } : null,
      }),
    ),
  }
}

interface One {
  groupId: string
  textId: string
  requestId: string
}

/** Opens the words of one text, which is written down. @throws codesign.group_not_found · texts.not_found */
export async function readOne(
  { db, config }: Pick<Deps, 'db' | 'config'>,
  actor: Actor,
  at: One,
): Promise<{ text: string; number: string }> {
  return inTransaction(db, async (tx) => {
    await requireOwnGroup(tx, actor, at.groupId)
    const row = await q.waitingText(tx, at)
    const box = row && { placeId: row.placeId, subjectId: row.id, field: WORDS }
    const reader = { personId: actor.personId, requestId: at.requestId }
    const opened = box && (await open(tx, config.vaultKey, box, reader))
    if (!opened) throw refuse('texts.not_found')
    return JSON.parse(opened.text) as { text: string; number: string }
  })
}

/**
 * Says what came of a text. The database deletes its words and the number in the same statement.
 *
 * @throws codesign.group_not_found · texts.not_found
 */
export async function finish(
  { db }: Pick<Deps, 'db'>,
  actor: Actor,
  { cameOf, ...at }: One & { cameOf: CameOf },
): Promise<undefined> {
  await inTransaction(db, async (tx) => {
    const group = await requireOwnGroup(tx, actor, at.groupId)
    if (!(await q.finish(tx, at, cameOf))) throw refuse('texts.not_found')
    await record(tx, {
      placeId: group.placeId,
      actorId: actor.personId,
      action: 'texts.dealt-with',
      subject: { kind: 'incoming_text', id: at.textId },
      after: { groupId: group.id, cameOf },
      requestId: at.requestId,
    })
  })
  return undefined
}
