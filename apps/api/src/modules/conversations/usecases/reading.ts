import type { LogLine } from '@howcanwe/shared/conversations'
import { isWrittenIn } from '@howcanwe/shared/conversations'
import type { Database } from '../../../db/database.ts'
import type { Knock } from '../../codesign/index.ts'
import { cursorOf, cut, readCursor, readId } from '../conversations.cursor.ts'
import { refuse } from '../conversations.errors.ts'
import * as q from '../queries/messages.queries.ts'
import * as m from '../queries/moderation.queries.ts'
import * as t from '../queries/threads.queries.ts'
import { requireHere } from './here.ts'
import { mayRead, shownMessages, shownThread } from './shown.ts'

interface Page {
  groupId: string
  limit?: number | undefined
  cursor?: string | undefined
}
const A_PAGE = 20

/** What a group talks about, the newest first. */
export async function threads(
  db: Database,
  knock: Knock,
  { groupId, limit = A_PAGE, cursor }: Page,
) {
  const here = await requireHere(db, knock, groupId)
  const rows = await t.threadsOf(db, groupId, { after: readCursor(cursor), limit: limit + 1 })
  const { items, nextCursor } = cut(rows, limit, cursorOf)
  return { items: items.map((row) => shownThread(here, row)), nextCursor }
}

/** @throws conversations.thread_not_found */
export async function messages(
  db: Database,
  knock: Knock,
  { groupId, threadId, limit = 50, cursor }: Page & { threadId: string },
) {
  const here = await requireHere(db, knock, groupId)
  const thread = await t.threadById(db, groupId, threadId)
  if (!thread) throw refuse('conversations.thread_not_found')
  const rows = await q.messagesOf(db, threadId, { after: readId(cursor), limit: limit + 1 })
  const { items, nextCursor } = cut(rows, limit, ({ id }) => id)
  return {
    thread: shownThread(here, thread),
    items: await shownMessages(db, here, items),
    nextCursor,
  }
}

/**
 * How a message read before; of one that is hidden or taken back, only for who may still read it.
 *
 * @throws conversations.message_not_found
 */
export async function versions(
  db: Database,
  knock: Knock,
  { groupId, messageId }: { groupId: string; messageId: string },
) {
  const here = await requireHere(db, knock, groupId)
  const row = await q.messageById(db, groupId, messageId)
  if (!row || !mayRead(here, row)) throw refuse('conversations.message_not_found')
  const items = await q.versionsOf(db, messageId)
  return {
    items: items.map(({ number, words, lang, until }) => ({
      ...{ number, words, until },
      lang: isWrittenIn(lang) ? lang : ('en' as const),
    })),
  }
}

/** The moderation log, which everybody within reads. */
export async function log(db: Database, knock: Knock, { groupId, limit = A_PAGE, cursor }: Page) {
  await requireHere(db, knock, groupId)
  const rows = await m.logOf(db, groupId, { after: readId(cursor), limit: limit + 1 })
  const { items, nextCursor } = cut(rows, limit, ({ id }) => id)
  return { items: items.map(shownAct), nextCursor }
}

const shownAct = (row: Awaited<ReturnType<typeof m.logOf>>[number]): LogLine => ({
  id: row.id,
  act: row.act,
  at: row.createdAt,
  by: {
    name: (row.memberId ? row.firstName : row.authorName) || null,
    runsGroup: row.memberId === null,
  },
  reason: row.reason,
  sentence: row.sentence,
  about: { threadTitle: row.threadTitle, name: row.aboutName },
})
