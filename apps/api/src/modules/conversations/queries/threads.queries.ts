import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers } from '../../codesign/codesign.table.ts'
import { people } from '../../identity/identity.table.ts'
import { groupThreads } from '../conversations.table.ts'
import { groupModerators } from '../moderation.table.ts'
import { writerColumns } from './messages.queries.ts'

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
