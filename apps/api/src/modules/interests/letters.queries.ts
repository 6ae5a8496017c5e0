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
