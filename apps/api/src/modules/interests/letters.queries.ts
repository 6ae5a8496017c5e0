import { and, count, eq, gt, like, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { outbox } from '../notifications/notifications.table.ts'

/** Emails about answers, whosever they are, that were written to this address in the last 24 hours. */
export async function lettersToday(tx: Database, email: string): Promise<number> {
  const [row] = await tx
    .select({ letters: count() })
    .from(outbox)
    .where(
      and(
        eq(outbox.recipient, email),
        like(outbox.template, 'interests.%'),
        gt(outbox.createdAt, sql`clock_timestamp() - interval '1 day'`),
      ),
    )
  return row?.letters ?? 0
}

/** Whether whoever sent it typed for the organisation, as its broker (PE3). */
export async function wasTyped(
  db: Database,
  { organisationId, submittedBy }: { organisationId: string; submittedBy: string },
): Promise<boolean> {
  const { rows } = await db.execute(sql`select 1 from typed_entries
    where organisation_id = ${organisationId} and typed_by = ${submittedBy} limit 1`)
  return rows.length > 0
}
