import type { Message, opening, Thread, typing, writing } from '@howcanwe/shared/conversations'
import type * as z from 'zod/mini'
import { type Database, inTransaction, sqlState } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { record } from '../../audit/index.ts'
import { type Knock, memberOf } from '../../codesign/index.ts'
import { noteAct } from '../../supporters/index.ts'
import { refuse, refuseCodesign } from '../conversations.errors.ts'
import * as f from '../queries/files.queries.ts'
import * as q from '../queries/messages.queries.ts'
import * as t from '../queries/threads.queries.ts'
import { actorOf, type Here, isOf, requireHere } from './here.ts'
import { shownMessages, shownThread } from './shown.ts'

type Writing = z.output<typeof writing>
type What =
  | 'conversations.wrote'
  | 'conversations.changed'
  | 'conversations.taken-back'
  | 'conversations.typed-for'

/** That something was written, never what. */
const trail = (tx: Database, here: Here, action: What, messageId: string, requestId: string) =>
  record(tx, {
    placeId: here.group.placeId,
    actorId: actorOf(here),
    action,
    subject: { kind: 'thread_message', id: messageId },
    after: { groupId: here.group.id },
    requestId,
  })

/** What the guards say in a refusal of ours. */
async function asWritten<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    const state = sqlState(error)
    if (state === 'HW233') throw refuse('conversations.thread_closed')
    if (state === 'HW232') throw refuse('conversations.too_late')
    throw error
  }
}

function requireOpen({ group }: Here): void {
  if (group.state === 'closed') throw refuse('conversations.group_closed')
}

async function oneShown(db: Database, here: Here, id: string): Promise<Message> {
  const row = await q.messageById(db, here.group.id, id)
  const [message] = row ? await shownMessages(db, here, [row]) : []
  if (!message) throw refuse('conversations.message_not_found')
  return message
}

/** Writes it down with its files. A key that was sent before gives the message it made. */
async function put(
  tx: Database,
  here: Here,
  threadId: string,
  { files, ...said }: Omit<Writing, 'words'> & { words: string },
): Promise<{ id: string; isNew: boolean }> {
  const { id: groupId, placeId } = here.group
  const row = { placeId, groupId, threadId, ...here.who, ...said }
  const id = await q.addMessage(tx, row)
  if (!id) return { id: (await before(tx, here, said.key))?.id ?? '', isNew: false }
  const sent = new Set(files)
  const went = await f.attach(tx, { groupId, who: here.who, messageId: id }, [...sent])
  if (went < sent.size) throw refuse('conversations.file_not_found')
  return { id, isNew: true }
}

async function before(db: Database, here: Here, key: string) {
  const earlier = await q.messageByKey(db, here.group.id, key)
  return earlier && isOf(here, earlier) ? earlier : undefined
}

interface Asked {
  groupId: string
  requestId: string
}

/** @throws codesign.no_place_here · conversations.group_closed · conversations.file_not_found */
export async function openThread(
  deps: Deps,
  knock: Knock,
  { groupId, requestId, said }: Asked & { said: z.output<typeof opening> },
): Promise<Thread> {
  return asWritten(() =>
    inTransaction(deps.db, async (tx) => {
      const here = await requireHere(tx, knock, groupId)
      requireOpen(here)
      const { title, ...first } = said
      const earlier = await before(tx, here, said.key)
      const { placeId } = here.group
      const id =
        earlier?.threadId ?? (await t.addThread(tx, { placeId, groupId, title, lang: said.lang }))
      if (!earlier) {
        const message = await put(tx, here, id, first)
        await trail(tx, here, 'conversations.wrote', message.id, requestId)
        if (knock.actor) await noteAct(tx, knock.actor, 'supporters.wrote-in-group')
      }
      const row = await t.threadById(tx, groupId, id)
      if (!row) throw refuse('conversations.thread_not_found')
      return shownThread(here, row)
    }),
  )
}

/**
 * @throws codesign.no_place_here · conversations.thread_not_found · conversations.thread_closed ·
 *   conversations.group_closed · conversations.file_not_found
 */
export async function write(
  deps: Deps,
  knock: Knock,
  { groupId, threadId, requestId, said }: Asked & { threadId: string; said: Writing },
): Promise<Message> {
  return asWritten(() =>
    inTransaction(deps.db, async (tx) => {
      const here = await requireHere(tx, knock, groupId)
      requireOpen(here)
      if (!(await t.threadById(tx, groupId, threadId)))
        throw refuse('conversations.thread_not_found')
      const { id, isNew } = await put(tx, here, threadId, said)
      if (isNew) await trail(tx, here, 'conversations.wrote', id, requestId)
      if (isNew && knock.actor) await noteAct(tx, knock.actor, 'supporters.wrote-in-group')
      return oneShown(tx, here, id)
    }),
  )
}

/**
 * Types what a member said on the telephone, in the room or on paper. It stands under their name, marked as typed.
 *
 * @throws codesign.group_not_found · codesign.member_not_found · conversations.thread_closed
 */
export async function typeFor(
  deps: Deps,
  actor: Actor,
  asked: Asked & { threadId: string; said: z.output<typeof typing> },
): Promise<Message> {
  const { groupId, threadId, requestId } = asked
  return asWritten(() =>
    inTransaction(deps.db, async (tx) => {
      const here = await requireHere(tx, { actor, deviceKey: undefined }, groupId)
      if (!here.runs) throw refuseCodesign('codesign.group_not_found')
      requireOpen(here)
      const { memberId, readBack: _read, ...said } = asked.said
      if (!(await memberOf(tx, groupId, memberId)))
        throw refuseCodesign('codesign.member_not_found')
      if (!(await t.threadById(tx, groupId, threadId)))
        throw refuse('conversations.thread_not_found')
      const who = { memberId, authorId: null }
      const { placeId } = here.group
      const row = { placeId, groupId, threadId, ...who, ...said, showBloc: false }
      const id = await q.addMessage(tx, { ...row, typedBy: actor.personId })
      const earlier = id ?? (await before(tx, { ...here, who }, said.key))?.id ?? ''
      if (id) await trail(tx, here, 'conversations.typed-for', id, requestId)
      return oneShown(tx, here, earlier)
    }),
  )
}

async function requireMine(tx: Database, knock: Knock, asked: Asked & { messageId: string }) {
  const here = await requireHere(tx, knock, asked.groupId)
  const row = await q.messageById(tx, asked.groupId, asked.messageId)
  if (!row || row.takenBackAt || row.emptiedAt) throw refuse('conversations.message_not_found')
  if (!isOf(here, row)) throw refuse('conversations.not_yours')
  return { here, row }
}

/** @throws conversations.message_not_found · conversations.not_yours · conversations.too_late */
export async function change(
  deps: Deps,
  knock: Knock,
  asked: Asked & { messageId: string; said: { words: string; lang: string } },
): Promise<Message> {
  return asWritten(() =>
    inTransaction(deps.db, async (tx) => {
      const { here, row } = await requireMine(tx, knock, asked)
      await q.setWords(tx, row.id, asked.said)
      await trail(tx, here, 'conversations.changed', row.id, asked.requestId)
      return oneShown(tx, here, row.id)
    }),
  )
}

/** For good, with files and earlier versions. @throws conversations.message_not_found · conversations.not_yours */
export async function takeBack(
  deps: Deps,
  knock: Knock,
  asked: Asked & { messageId: string },
): Promise<Message> {
  return inTransaction(deps.db, async (tx) => {
    const { here, row } = await requireMine(tx, knock, asked)
    await q.takeBack(tx, row.id)
    await trail(tx, here, 'conversations.taken-back', row.id, asked.requestId)
    return oneShown(tx, here, row.id)
  })
}
