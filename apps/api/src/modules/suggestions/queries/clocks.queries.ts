import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupReports, suggestions } from '../suggestions.table.ts'

const due = sql`case ${suggestions.state} when 'said' then ${suggestions.acknowledgeBy}
  when 'acknowledged' then ${suggestions.answerBy} when 'doing' then ${suggestions.doneBy} end`

/** Three days before an answer or a promise is due; on the last day of saying that it was heard. */
const soon = sql`${suggestions.soonToldAt} is null and ${suggestions.lateToldAt} is null and ${due} > clock_timestamp()
  and ${due} - case ${suggestions.state} when 'said' then interval '16 hours' else interval '72 hours' end <= clock_timestamp()`
const late = sql`${suggestions.lateToldAt} is null and ${due} <= clock_timestamp()`

export type Stage = 'soon' | 'late'

/** Takes a group in which answers are due, and notes for all of them that it was said. */
export async function takeDue(
  tx: Database,
  stage: Stage,
): Promise<{ groupId: string; waiting: number } | undefined> {
  const isIt = stage === 'soon' ? soon : late
  const [first] = await tx
    .select({ groupId: suggestions.groupId })
    .from(suggestions)
    .where(isIt)
    .limit(1)
    .for('update', { skipLocked: true })
  if (!first) return undefined
  const at = sql`clock_timestamp()`
  const rows = await tx
    .update(suggestions)
    .set(stage === 'soon' ? { soonToldAt: at } : { lateToldAt: at })
    .where(and(eq(suggestions.groupId, first.groupId), isIt))
    .returning({ id: suggestions.id })
  return { groupId: first.groupId, waiting: rows.length }
}

/** Four weeks before the homework meeting is due and no day is set; or it is over and was not held. */
const REPORT = {
  soon: sql`${groupReports.dueToldAt} is null and not exists (
      select from group_sessions s where s.id = ${groupReports.sessionId} and s.state <> 'cancelled')
    and ${groupReports.dueAt} - interval '28 days' <= clock_timestamp()`,
  late: sql`${groupReports.lateToldAt} is null and ${groupReports.dueAt} <= clock_timestamp()`,
}

export async function takeHomework(tx: Database, stage: Stage): Promise<string | undefined> {
  const [first] = await tx
    .select({ groupId: groupReports.groupId })
    .from(groupReports)
    .where(and(isNull(groupReports.heldAt), REPORT[stage]))
    .limit(1)
    .for('update', { skipLocked: true })
  if (!first) return undefined
  const at = sql`clock_timestamp()`
  await tx
    .update(groupReports)
    .set(stage === 'soon' ? { dueToldAt: at } : { lateToldAt: at })
    .where(eq(groupReports.groupId, first.groupId))
  return first.groupId
}
