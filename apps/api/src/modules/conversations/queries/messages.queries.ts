import { and, asc, desc, eq, getTableColumns, gt, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers } from '../../codesign/codesign.table.ts'
import { people } from '../../identity/identity.table.ts'
import {
  groupThreads,
  messageFiles,
  messageVersions,
  threadMessages,
} from '../conversations.table.ts'
import { groupModerators, moderationActs } from '../moderation.table.ts'

/** Who wrote something: as it stands today, so that whoever left has no name. */
export const writerColumns = {
  firstName: groupMembers.firstName,
  bloc: groupMembers.bloc,
  memberState: groupMembers.state,
  authorName: people.displayName,
  moderates: sql<boolean>`(${groupModerators.memberId} is not null)`,
}

const select = (db: Database) =>
  db
    .select({
      ...getTableColumns(threadMessages),
      ...writerColumns,
      versions: sql<number>`(select count(*)::int from ${messageVersions} v where v.message_id = ${threadMessages.id})`,
      reason: moderationActs.reason,
      sentence: moderationActs.sentence,
      askedBack: sql<string | null>`(select b.sentence from moderation_acts b
        where b.message_id = ${threadMessages.id} and b.act = 'asked-back')`,
      changeUntil:
        sql<Date | null>`case when ${threadMessages.createdAt} + interval '15 minutes' > clock_timestamp()
        then ${threadMessages.createdAt} + interval '15 minutes' end`.mapWith(
          threadMessages.createdAt,
        ),
    })
    .from(threadMessages)
    .leftJoin(groupMembers, eq(groupMembers.id, threadMessages.memberId))
    .leftJoin(people, eq(people.id, threadMessages.authorId))
    .leftJoin(groupModerators, eq(groupModerators.memberId, threadMessages.memberId))
    .leftJoin(moderationActs, eq(moderationActs.id, threadMessages.hiddenAct))

export type MessageRow = Awaited<ReturnType<typeof select>>[number]

export const messageById = async (db: Database, groupId: string, id: string) =>
  (await select(db).where(and(eq(threadMessages.id, id), eq(threadMessages.groupId, groupId))))[0]

export const messagesOf = (
  db: Database,
  threadId: string,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<MessageRow[]> =>
  select(db)
    .where(
      and(eq(threadMessages.threadId, threadId), after ? gt(threadMessages.id, after) : undefined),
    )
    .orderBy(asc(threadMessages.id))
    .limit(limit)

const firstOf = (column: SQL) =>
  sql`(select ${column} from thread_messages f where f.thread_id = ${groupThreads.id} order by f.id limit 1)`

const selectThreads = (db: Database) =>
  db
    .select({
      ...getTableColumns(groupThreads),
      messages: sql<number>`(select count(*)::int from thread_messages c where c.thread_id = ${groupThreads.id})`,
      memberId: sql<string | null>`${firstOf(sql`f.member_id`)}`,
      authorId: sql<string | null>`${firstOf(sql`f.author_id`)}`,
      showBloc: sql<boolean>`coalesce(${firstOf(sql`f.show_bloc`)}, false)`,
      ...writerColumns,
    })
    .from(groupThreads)
    .leftJoin(groupMembers, sql`${groupMembers.id} = ${firstOf(sql`f.member_id`)}`)
    .leftJoin(people, sql`${people.id} = ${firstOf(sql`f.author_id`)}`)
    .leftJoin(groupModerators, eq(groupModerators.memberId, groupMembers.id))

export type ThreadRow = Awaited<ReturnType<typeof selectThreads>>[number]

export const threadById = async (db: Database, groupId: string, id: string) =>
  (
    await selectThreads(db).where(and(eq(groupThreads.id, id), eq(groupThreads.groupId, groupId)))
  )[0]

/** To the millisecond, as a cursor can say it. */
const lastAt = sql`date_trunc('milliseconds', ${groupThreads.lastAt})`

/** Newest first. A cursor names the last one seen and when it was last written in. */
export const threadsOf = (
  db: Database,
  groupId: string,
  { after, limit }: { after: { at: string; id: string } | undefined; limit: number },
): Promise<ThreadRow[]> =>
  selectThreads(db)
    .where(
      and(
        eq(groupThreads.groupId, groupId),
        after
          ? sql`(${lastAt}, ${groupThreads.id}) < (${after.at}::timestamptz, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(lastAt), desc(groupThreads.id))
    .limit(limit)

export const addThread = async (tx: Database, row: typeof groupThreads.$inferInsert) =>
  (await tx.insert(groupThreads).values(row).returning({ id: groupThreads.id }))[0]?.id ?? ''

/** No row where this key was sent before. */
export const addMessage = async (tx: Database, row: typeof threadMessages.$inferInsert) =>
  (
    await tx
      .insert(threadMessages)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: threadMessages.id })
  )[0]?.id

export const messageByKey = async (db: Database, groupId: string, key: string) =>
  (
    await db
      .select({
        id: threadMessages.id,
        threadId: threadMessages.threadId,
        memberId: threadMessages.memberId,
        authorId: threadMessages.authorId,
      })
      .from(threadMessages)
      .where(and(eq(threadMessages.groupId, groupId), eq(threadMessages.key, key)))
  )[0]

export const setWords = (tx: Database, id: string, values: { words: string; lang: string }) =>
  tx.update(threadMessages).set(values).where(eq(threadMessages.id, id))

export const takeBack = (tx: Database, id: string) =>
  tx
    .update(threadMessages)
    .set({ takenBackAt: sql`clock_timestamp()`, words: '' })
    .where(eq(threadMessages.id, id))

export const versionsOf = (db: Database, messageId: string) =>
  db
    .select()
    .from(messageVersions)
    .where(eq(messageVersions.messageId, messageId))
    .orderBy(asc(messageVersions.number))

const { data: _data, ...withoutData } = getTableColumns(messageFiles)

/** Files without what is in them. */
export const filesOf = (db: Database, messageIds: readonly string[]) =>
  messageIds.length === 0
    ? Promise.resolve([])
    : db
        .select(withoutData)
        .from(messageFiles)
        .where(inArray(messageFiles.messageId, [...messageIds]))
        .orderBy(asc(messageFiles.id))
export type FileRow = Awaited<ReturnType<typeof filesOf>>[number]

export const addFile = async (tx: Database, row: typeof messageFiles.$inferInsert) => {
  const [file] = await tx.insert(messageFiles).values(row).returning(withoutData)
  if (!file) throw new Error('insert returned no row')
  return file
}

export const fileById = async (db: Database, groupId: string, id: string) =>
  (
    await db
      .select()
      .from(messageFiles)
      .where(and(eq(messageFiles.id, id), eq(messageFiles.groupId, groupId)))
  )[0]

interface Who {
  memberId: string | null
  authorId: string | null
}
const sentBy = ({ memberId, authorId }: Who) =>
  memberId
    ? eq(messageFiles.memberId, memberId)
    : authorId
      ? eq(messageFiles.authorId, authorId)
      : sql`false`
const loose = (groupId: string, who: Who) =>
  and(eq(messageFiles.groupId, groupId), sql`${messageFiles.messageId} is null`, sentBy(who))

export const countLoose = (db: Database, groupId: string, who: Who): Promise<number> =>
  db.$count(messageFiles, loose(groupId, who))

/** How many of these went along: only those one sent oneself and that stand in no message. */
export const attach = async (
  tx: Database,
  { groupId, who, messageId }: { groupId: string; who: Who; messageId: string },
  fileIds: readonly string[],
): Promise<number> =>
  fileIds.length === 0
    ? 0
    : ((
        await tx
          .update(messageFiles)
          .set({ messageId })
          .where(and(loose(groupId, who), inArray(messageFiles.id, [...fileIds])))
      ).rowCount ?? 0)

export const dropLoose = async (tx: Database, groupId: string, who: Who, id: string) =>
  ((await tx.delete(messageFiles).where(and(loose(groupId, who), eq(messageFiles.id, id))))
    .rowCount ?? 0) > 0
