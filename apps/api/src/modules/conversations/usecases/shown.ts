import type { Attachment, Message, Thread, Writer, WrittenIn } from '@howcanwe/shared/conversations'
import { isWrittenIn } from '@howcanwe/shared/conversations'
import type { Database } from '../../../db/database.ts'
import * as f from '../queries/files.queries.ts'
import type * as q from '../queries/messages.queries.ts'
import type * as t from '../queries/threads.queries.ts'
import { type Here, isOf } from './here.ts'

const langOf = (lang: string): WrittenIn => (isWrittenIn(lang) ? lang : 'en')

type Written = Pick<
  q.MessageRow,
  | 'memberId'
  | 'authorId'
  | 'firstName'
  | 'bloc'
  | 'memberState'
  | 'authorName'
  | 'moderates'
  | 'showBloc'
>

/** Who wrote it, as they stand today: of whoever left, nothing. */
export const writerOf = (here: Here, row: Written): Writer => {
  const left = row.memberState === 'left'
  return {
    name: (row.memberId ? row.firstName : row.authorName) || null,
    bloc: row.memberId && row.showBloc && !left ? row.bloc : null,
    runsGroup: row.memberId === null,
    moderates: row.moderates === true && !left,
    mine: isOf(here, row),
  }
}

export const shownFile = (file: f.FileRow): Attachment => {
  const { id, kind, name, alt, size: bytes, width, height } = file
  return { id, kind, name, alt, bytes, width, height }
}

const stateOf = (row: q.MessageRow): Message['state'] => {
  if (row.emptiedAt) return 'emptied'
  if (row.takenBackAt) return 'taken-back'
  return row.hiddenAct ? 'hidden' : 'here'
}

/** What is hidden stays readable to who wrote it, and to who has to decide about it. */
export const mayRead = (here: Here, row: q.MessageRow): boolean => {
  const state = stateOf(row)
  return state === 'here' || (state === 'hidden' && (isOf(here, row) || here.looksAfter))
}

function hiddenOf(here: Here, row: q.MessageRow): Message['hidden'] {
  if (stateOf(row) !== 'hidden' || !row.reason) return null
  const sees = mayRead(here, row)
  return {
    reason: row.reason,
    sentence: row.sentence ?? '',
    mayAskBack: isOf(here, row) && row.askedBack === null,
    askedBack: sees ? row.askedBack : null,
  }
}

export function shownMessage(here: Here, row: q.MessageRow, files: readonly f.FileRow[]): Message {
  const state = stateOf(row)
  const reads = mayRead(here, row)
  return {
    id: row.id,
    threadId: row.threadId,
    writer: writerOf(here, row),
    state,
    words: reads ? row.words : '',
    lang: langOf(row.lang),
    files: reads ? files.filter((file) => file.messageId === row.id).map(shownFile) : [],
    saidBy: row.saidBy,
    versions: reads ? row.versions : 0,
    at: row.createdAt,
    changeUntil: isOf(here, row) && state === 'here' ? row.changeUntil : null,
    hidden: hiddenOf(here, row),
  }
}

export async function shownMessages(
  db: Database,
  here: Here,
  rows: readonly q.MessageRow[],
): Promise<Message[]> {
  const files = await f.filesOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => shownMessage(here, row, files))
}

export const shownThread = (here: Here, row: t.ThreadRow): Thread => ({
  id: row.id,
  title: row.title,
  lang: langOf(row.lang),
  messages: row.messages,
  lastAt: row.lastAt,
  openedBy: writerOf(here, row),
  closed: row.closed,
})
