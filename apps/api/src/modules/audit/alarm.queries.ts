import { eq, isNull } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { BrokenChain } from './audit.rules.ts'
import { trailAlarms } from './trail.table.ts'

/** The alarm that keeps everything from changing; undefined where all is well. */
export async function openAlarm(db: Database) {
  const [row] = await db.select().from(trailAlarms).where(isNull(trailAlarms.settledAt))
  return row
}

/** @returns the alarm, or undefined where there is an open one already */
export async function raiseAlarm(tx: Database, chains: BrokenChain[]) {
  const [row] = await tx.insert(trailAlarms).values({ chains }).onConflictDoNothing().returning()
  return row
}

/** The database refuses it before an event says `trail.accepted` of this alarm, and names the moment itself (HW089). */
export const settleAlarm = (tx: Database, id: string) =>
  tx.update(trailAlarms).set({ settledAt: new Date() }).where(eq(trailAlarms.id, id))
