import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groupSessions } from '../../codesign/codesign.table.ts'
import { payLeavings } from '../payments.leaving.table.ts'
import { payItems } from '../payments.table.ts'
import { forgetFormers } from './former.queries.ts'

/** Somebody on their way out of a group, or out of it already. */
export type Leaver = Pick<
  typeof groupMembers.$inferSelect,
  'id' | 'placeId' | 'groupId' | 'reference' | 'state'
>

const leaver = {
  id: groupMembers.id,
  placeId: groupMembers.placeId,
  groupId: groupMembers.groupId,
  reference: groupMembers.reference,
  state: groupMembers.state,
}

export const leaverByHash = async (db: Database, manageHash: Buffer): Promise<Leaver | undefined> =>
  (await db.select(leaver).from(groupMembers).where(eq(groupMembers.manageHash, manageHash)))[0]

export const leaverById = async (db: Database, id: string): Promise<Leaver | undefined> =>
  (await db.select(leaver).from(groupMembers).where(eq(groupMembers.id, id)))[0]

/** Everybody who left after one of these began, who may have been there; their names are gone. */
export const leftSince = (db: Database, groupId: string) =>
  db
    .select()
    .from(groupMembers)
    .where(
      and(
        eq(groupMembers.groupId, groupId),
        eq(groupMembers.state, 'left'),
        sql`exists (select from ${groupSessions} s where s.group_id = ${groupId}
          and s.starts_at < ${groupMembers.leftAt} and s.ends_at > ${groupMembers.joinedAt})`,
      ),
    )
    .orderBy(asc(groupMembers.joinedAt), asc(groupMembers.id))

/** A session they may have been at has not been written down. */
export async function mayHaveCome(db: Database, memberId: string): Promise<boolean> {
  const { rows } = await db.execute<{ open: boolean }>(sql`
    select exists (select from group_members m join group_sessions s on s.group_id = m.group_id
      where m.id = ${memberId} and pay_may_have_come(m, s)) as open`)
  return rows[0]?.open === true
}

export const leavingOf = async (db: Database, memberId: string) =>
  (await db.select().from(payLeavings).where(eq(payLeavings.memberId, memberId)))[0]

/** The newest answer counts. */
export const putLeaving = (tx: Database, values: typeof payLeavings.$inferInsert) =>
  tx
    .insert(payLeavings)
    .values(values)
    .onConflictDoUpdate({
      target: payLeavings.memberId,
      set: { choice: values.choice, charityName: values.charityName ?? '', saidAt: sql`now()` },
    })

export const openItemIds = async (
  tx: Database,
  memberId: string,
  states: readonly ('due' | 'chosen' | 'failed')[],
): Promise<string[]> => {
  const rows = await tx
    .select({ id: payItems.id })
    .from(payItems)
    .where(
      and(
        eq(payItems.memberId, memberId),
        eq(payItems.kind, 'involvement'),
        inArray(payItems.state, [...states]),
      ),
    )
    .orderBy(payItems.id)
    .for('update')
  return rows.map(({ id }) => id)
}

export const failedExpenseIds = async (tx: Database, memberId: string): Promise<string[]> => {
  const rows = await tx
    .select({ id: payItems.id })
    .from(payItems)
    .where(
      and(
        eq(payItems.memberId, memberId),
        eq(payItems.kind, 'expense'),
        eq(payItems.state, 'failed'),
      ),
    )
    .for('update')
  return rows.map(({ id }) => id)
}

/** Something counted for somebody who has left, about which nobody is there to choose. */
export async function takeOfWhoLeft(tx: Database) {
  const { rows } = await tx.execute<{ id: string; memberId: string }>(sql`
    select i.id, i.member_id as "memberId" from pay_items i join group_members m on m.id = i.member_id
    where m.state = 'left' and i.state = 'due' order by i.due_at limit 1 for update of i skip locked`)
  return rows[0]
}

/** Somebody who has left, is owed money and never said where to. */
export async function takeWithoutWay(tx: Database) {
  const { rows } = await tx.execute<{ id: string; placeId: string }>(sql`
    select m.id, m.place_id as "placeId" from group_members m
    where m.state = 'left' and not exists (select from pay_ways w where w.member_id = m.id)
      and exists (select from pay_items i where i.member_id = m.id and i.state = 'chosen' and i.choice in ('all', 'less'))
    order by m.left_at limit 1 for update of m skip locked`)
  return rows[0]
}

/** Whoever has left and has been paid everything: where their money went is no longer needed. */
export async function forgetPaidLeavers(tx: Database): Promise<boolean> {
  const over = sql`select m.id from group_members m where m.state = 'left' and not pay_is_open(m.id)`
  const ways = await tx.execute(sql`delete from pay_ways where member_id in (${over})`)
  const said = await tx.execute(sql`delete from pay_leavings where member_id in (${over})`)
  return (ways.rowCount ?? 0) + (said.rowCount ?? 0) + (await forgetFormers(tx)) > 0
}

/** What is owed and not on their account yet. */
export const owedOf = (db: Database, memberId: string) =>
  db
    .select({
      kind: payItems.kind,
      pence: sql<number>`sum(coalesce(${payItems.chosenPence}, ${payItems.amountPence}))::int`,
      payBy: sql<string | null>`max(${payItems.payBy})::text`,
    })
    .from(payItems)
    .where(
      and(
        eq(payItems.memberId, memberId),
        inArray(payItems.state, ['due', 'chosen', 'approved', 'failed']),
        ne(sql`coalesce(${payItems.chosenPence}, 1)`, 0),
      ),
    )
    .groupBy(payItems.kind)
