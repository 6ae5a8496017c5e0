import { and, asc, eq, getTableColumns, inArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groupSessions, groups } from '../../codesign/codesign.table.ts'
import { payItems, payWays } from '../payments.table.ts'

export type Item = typeof payItems.$inferSelect
export type NewItem = typeof payItems.$inferInsert

const from = (db: Database) =>
  db
    .select({
      ...getTableColumns(payItems),
      startsAt: groupSessions.startsAt,
      endsAt: groupSessions.endsAt,
      promisedStart: groupSessions.promisedStart,
      sessionState: groupSessions.state,
      venue: groupSessions.venue,
      firstName: groupMembers.firstName,
      reference: groupMembers.reference,
      memberState: groupMembers.state,
      groupName: groups.name,
      facilitatorId: groups.facilitatorId,
      way: payWays.way,
      last4: payWays.last4,
    })
    .from(payItems)
    .innerJoin(groupSessions, eq(groupSessions.id, payItems.sessionId))
    .innerJoin(groupMembers, eq(groupMembers.id, payItems.memberId))
    .innerJoin(groups, eq(groups.id, payItems.groupId))
    .leftJoin(payWays, eq(payWays.memberId, payItems.memberId))

/** An item with the session it belongs to, whom it is for and how they are paid. */
export type FullItem = Awaited<ReturnType<typeof itemsOfMember>>[number]

const inOrder = [asc(groupSessions.startsAt), asc(payItems.createdAt), asc(payItems.id)]
const newestFirst = sql`${groupSessions.startsAt} desc, ${payItems.createdAt} desc, ${payItems.id} desc`

export const itemsOfMember = (db: Database, memberId: string) =>
  from(db).where(eq(payItems.memberId, memberId)).orderBy(newestFirst)

export const itemsOfGroup = (db: Database, groupId: string) =>
  from(db).where(eq(payItems.groupId, groupId)).orderBy(newestFirst)

export const itemsToApprove = (db: Database, placeId: string) =>
  from(db)
    .where(and(eq(payItems.placeId, placeId), eq(payItems.state, 'chosen')))
    .orderBy(sql`${payItems.approveBy} nulls last`, ...inOrder)

const one = async (db: Database, where: SQL | undefined): Promise<FullItem | undefined> =>
  (await from(db).where(where))[0]

/** Locked until the transaction ends, so that a choice and a yes do not pass each other. */
export async function lockItem(tx: Database, itemId: string): Promise<FullItem | undefined> {
  await tx.select({ id: payItems.id }).from(payItems).where(eq(payItems.id, itemId)).for('update')
  return one(tx, eq(payItems.id, itemId))
}

export async function lockItems(tx: Database, placeId: string, ids: readonly string[]) {
  const which = and(eq(payItems.placeId, placeId), inArray(payItems.id, [...ids]))
  await tx
    .select({ id: payItems.id })
    .from(payItems)
    .where(which)
    .orderBy(payItems.id)
    .for('update')
  return from(tx)
    .where(which)
    .orderBy(...inOrder)
}

/** The same without a lock, to look at. */
export const itemsById = (db: Database, placeId: string, ids: readonly string[]) =>
  from(db)
    .where(and(eq(payItems.placeId, placeId), inArray(payItems.id, [...ids])))
    .orderBy(...inOrder)

export async function changeItem(tx: Database, id: string, values: Partial<NewItem>) {
  await tx.update(payItems).set(values).where(eq(payItems.id, id))
}

/** @param values with a start that was lost to the microsecond, which a Date has not */
export async function addItem(
  tx: Database,
  values: Omit<NewItem, 'lostStart'> & { lostStart?: SQL | null },
): Promise<string> {
  const [row] = await tx.insert(payItems).values(values).returning({ id: payItems.id })
  if (!row) throw new Error('an insert gives a row')
  return row.id
}

export async function fullItem(db: Database, id: string): Promise<FullItem> {
  const row = await one(db, eq(payItems.id, id))
  if (!row) throw new Error('the item was there a moment ago')
  return row
}

/** The clock every deadline counts by. */
export async function databaseNow(db: Database): Promise<Date> {
  const { rows } = await db.execute<{ now: string }>(sql`select clock_timestamp()::text as now`)
  return new Date(rows[0]?.now ?? Number.NaN)
}
