import { and, asc, desc, eq, getTableColumns, lt, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers } from '../../codesign/codesign.table.ts'
import { people } from '../../identity/identity.table.ts'
import { contentReports, groupModerators, moderationActs } from '../moderation.table.ts'

/** What whoever looks after the group still has to answer. */
export const openReports = (db: Database, groupId: string, exceptMember: string | null) =>
  db.$count(
    contentReports,
    and(
      eq(contentReports.groupId, groupId),
      sql`${contentReports.outcome} is null`,
      exceptMember
        ? sql`not exists (select from thread_messages m where m.id = ${contentReports.messageId} and m.member_id = ${exceptMember})`
        : undefined,
    ),
  )

export const moderatorsOf = (db: Database, groupId: string) =>
  db
    .select({ memberId: groupModerators.memberId, name: groupMembers.firstName })
    .from(groupModerators)
    .innerJoin(groupMembers, eq(groupMembers.id, groupModerators.memberId))
    .where(and(eq(groupModerators.groupId, groupId), sql`${groupMembers.state} <> 'left'`))
    .orderBy(asc(groupMembers.joinedAt))

export const logOf = (
  db: Database,
  groupId: string,
  { after, limit }: { after: string | undefined; limit: number },
) =>
  db
    .select({
      ...getTableColumns(moderationActs),
      firstName: groupMembers.firstName,
      authorName: people.displayName,
      threadTitle: sql<
        string | null
      >`(select t.title from group_threads t where t.id = coalesce(${moderationActs.threadId},
        (select m.thread_id from thread_messages m where m.id = ${moderationActs.messageId})))`,
      aboutName: sql<
        string | null
      >`(select nullif(a.first_name, '') from group_members a where a.id = ${moderationActs.aboutId})`,
    })
    .from(moderationActs)
    .leftJoin(groupMembers, eq(groupMembers.id, moderationActs.memberId))
    .leftJoin(people, eq(people.id, moderationActs.authorId))
    .where(
      and(eq(moderationActs.groupId, groupId), after ? lt(moderationActs.id, after) : undefined),
    )
    .orderBy(desc(moderationActs.id))
    .limit(limit)

export const addAct = async (tx: Database, row: typeof moderationActs.$inferInsert) =>
  (await tx.insert(moderationActs).values(row).returning({ id: moderationActs.id }))[0]?.id ?? ''
