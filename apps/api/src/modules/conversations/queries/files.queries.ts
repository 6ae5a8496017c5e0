import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { messageFiles } from '../conversations.table.ts'

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

/** What one person sends to a group comes one after the other until the transaction ends, so that a count holds. */
export const oneAtATime = (tx: Database, groupId: string, { memberId, authorId }: Who) =>
  tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`loose-files ${groupId} ${memberId ?? authorId}`}, 0))`,
  )

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
