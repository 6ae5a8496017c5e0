import { and, asc, eq, getTableColumns, gt, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers } from '../../codesign/codesign.table.ts'
import { people } from '../../identity/identity.table.ts'
import { messageVersions, threadMessages } from '../conversations.table.ts'
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
