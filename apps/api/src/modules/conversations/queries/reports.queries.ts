import { and, asc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers } from '../../codesign/codesign.table.ts'
import { groupThreads, threadMessages } from '../conversations.table.ts'
import { contentReports } from '../moderation.table.ts'

const select = (db: Database) =>
  db
    .select({
      ...getTableColumns(contentReports),
      threadId: threadMessages.threadId,
      threadTitle: groupThreads.title,
      words: threadMessages.words,
      messageMemberId: threadMessages.memberId,
      reporter: groupMembers.firstName,
      late: sql<boolean>`(${contentReports.outcome} is null and ${contentReports.answerBy} <= clock_timestamp())`,
    })
    .from(contentReports)
    .innerJoin(threadMessages, eq(threadMessages.id, contentReports.messageId))
    .innerJoin(groupThreads, eq(groupThreads.id, threadMessages.threadId))
    .leftJoin(groupMembers, eq(groupMembers.id, contentReports.memberId))
export type ReportRow = Awaited<ReturnType<typeof select>>[number]

/** Those to answer first. */
export const reportsOf = (db: Database, groupId: string): Promise<ReportRow[]> =>
  select(db)
    .where(eq(contentReports.groupId, groupId))
    .orderBy(sql`${contentReports.outcome} is not null`, asc(contentReports.answerBy))
    .limit(100)

export const reportById = async (db: Database, groupId: string, id: string) =>
  (await select(db).where(and(eq(contentReports.id, id), eq(contentReports.groupId, groupId))))[0]

/** No row where they reported it before. */
export const addReport = async (tx: Database, row: typeof contentReports.$inferInsert) =>
  (
    await tx
      .insert(contentReports)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: contentReports.id })
  )[0]?.id

export const answerReport = (
  tx: Database,
  id: string,
  values: Partial<typeof contentReports.$inferInsert>,
) =>
  tx
    .update(contentReports)
    .set({ ...values, answeredAt: sql`clock_timestamp()` })
    .where(and(eq(contentReports.id, id), sql`${contentReports.outcome} is null`))

/** One that is to be answered by the end of today, taken so that it is said once. */
export const takeDueReport = async (tx: Database) =>
  (
    await tx
      .update(contentReports)
      .set({ remindedAt: sql`clock_timestamp()` })
      .where(
        sql`${contentReports.id} = (select r.id from content_reports r where r.outcome is null and r.reminded_at is null
          and r.answer_by - interval '16 hours' <= clock_timestamp() order by r.answer_by limit 1 for update skip locked)`,
      )
      .returning({ groupId: contentReports.groupId })
  )[0]
