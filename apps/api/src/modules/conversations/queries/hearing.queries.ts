import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers } from '../../codesign/codesign.table.ts'
import { threadHearing } from '../conversations.table.ts'

/** Whether a member hears once a day: as they said, and else by email yes and by text no. */
export const hearingOf = async (
  db: Database,
  memberId: string,
  by: 'email' | 'text',
): Promise<boolean> =>
  (await db.select().from(threadHearing).where(eq(threadHearing.memberId, memberId)))[0]?.daily ??
  by === 'email'

export const setHearing = (tx: Database, memberId: string, daily: boolean) =>
  tx
    .insert(threadHearing)
    .values({ memberId, daily, toldUntil: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: threadHearing.memberId,
      set: { daily, toldUntil: sql`clock_timestamp()` },
    })

const toldUntil = sql`coalesce(${threadHearing.toldUntil}, ${groupMembers.joinedAt})`

/** What others wrote since a member was last told. */
const news = sql<number>`(select count(*)::int from thread_messages m
  where m.group_id = ${groupMembers.groupId} and m.created_at > ${toldUntil}
    and m.member_id is distinct from ${groupMembers.id}
    and m.taken_back_at is null and m.emptied_at is null and m.hidden_act is null)`

/** The next member to be told, who was not told for a day; held until the transaction ends. */
export const takeDue = async (tx: Database) =>
  (
    await tx
      .select({ memberId: groupMembers.id, groupId: groupMembers.groupId, news })
      .from(groupMembers)
      .leftJoin(threadHearing, eq(threadHearing.memberId, groupMembers.id))
      .where(
        and(
          sql`coalesce(${threadHearing.daily}, ${groupMembers.contactBy} = 'email')`,
          sql`${toldUntil} <= clock_timestamp() - interval '1 day'`,
          sql`${groupMembers.contactBy} in ('email', 'phone')`,
          sql`${groupMembers.state} in ('joined', 'contacted')`,
          sql`${news} > 0`,
        ),
      )
      .orderBy(sql`${toldUntil}`)
      .limit(1)
      .for('update', { of: groupMembers, skipLocked: true })
  )[0]

/** They have been told, also where no letter could be written: once a day is once a day. */
export const told = (tx: Database, memberId: string, contactBy: string) =>
  tx
    .insert(threadHearing)
    .values({ memberId, daily: contactBy === 'email', toldUntil: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: threadHearing.memberId,
      set: { toldUntil: sql`clock_timestamp()` },
    })
