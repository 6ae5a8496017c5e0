import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers } from '../codesign.table.ts'

const waits = sql`${groupMembers.state} = 'joined' and ${groupMembers.contactedAt} is null and ${groupMembers.contactLateAt} is null`

/** The day it is due has begun where the place is, and nobody was reminded; or it is over. */
const STAGES = {
  due: sql`${groupMembers.contactRemindedAt} is null and ${groupMembers.contactDueAt} - interval '16 hours' <= clock_timestamp()`,
  late: sql`${groupMembers.contactDueAt} <= clock_timestamp()`,
}
export type ContactStage = keyof typeof STAGES

/**
 * Takes a group in which somebody waits to be rung, and notes for all of them who wait as long that it was said.
 *
 * @returns the group and how many wait, or undefined
 */
export async function takeWaiting(
  tx: Database,
  stage: ContactStage,
): Promise<{ groupId: string; waiting: number } | undefined> {
  const [first] = await tx
    .select({ groupId: groupMembers.groupId })
    .from(groupMembers)
    .where(and(waits, STAGES[stage]))
    .orderBy(groupMembers.contactDueAt)
    .limit(1)
    .for('update', { skipLocked: true })
  if (!first) return undefined
  const rows = await tx
    .update(groupMembers)
    .set(
      stage === 'due'
        ? { contactRemindedAt: sql`clock_timestamp()` }
        : { contactLateAt: sql`clock_timestamp()` },
    )
    .where(and(eq(groupMembers.groupId, first.groupId), waits, STAGES[stage]))
    .returning({ id: groupMembers.id })
  return { groupId: first.groupId, waiting: rows.length }
}

/** The moment from which the working days count in which a person gets in touch: the database's, as the clock that rings. */
export async function databaseNow(db: Database): Promise<Date> {
  const { rows } = await db.execute<{ now: string }>(sql`select clock_timestamp()::text as now`)
  return new Date(rows[0]?.now ?? Number.NaN)
}
