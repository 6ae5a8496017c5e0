import { eq } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { payWays } from '../payments.table.ts'

export type Way = typeof payWays.$inferSelect

export const wayOf = async (db: Database, memberId: string): Promise<Way | undefined> =>
  (await db.select().from(payWays).where(eq(payWays.memberId, memberId)))[0]

export const dropWay = async (tx: Database, memberId: string): Promise<boolean> =>
  (await tx.delete(payWays).where(eq(payWays.memberId, memberId)).returning({ id: payWays.id }))
    .length > 0

/** No row where they have said a way before. */
export const addWayOnce = async (tx: Database, values: typeof payWays.$inferInsert) =>
  (await tx.insert(payWays).values(values).onConflictDoNothing().returning({ id: payWays.id }))
    .length === 1

export async function addWay(tx: Database, values: typeof payWays.$inferInsert): Promise<Way> {
  const [row] = await tx.insert(payWays).values(values).returning()
  if (!row) throw new Error('an insert gives a row')
  return row
}
