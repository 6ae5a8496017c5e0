import { and, count, eq, gt, like, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { DIGITS, roomForText } from './notifications.rules.ts'
import { outbox } from './notifications.table.ts'

/** A template, or all that begin alike: `passkeys.*`. */
export type Kind = `${string}.${string}`

const ofDay = and(
  eq(outbox.channel, 'sms'),
  gt(outbox.createdAt, sql`clock_timestamp() - interval '24 hours'`),
)
const isOf = (kinds: readonly Kind[]) =>
  or(...kinds.map((kind) => like(outbox.template, kind.replace(/\*$/, '%'))))

/** How many texts of these kinds were written in the last 24 hours, to anybody. */
export async function textsOfDay(db: Database, kinds: readonly Kind[]): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(outbox)
    .where(and(ofDay, isOf(kinds)))
  return row?.n ?? 0
}

/** Whether one more text of this kind is written to a number today, by the database's clock. */
export async function mayWriteText(tx: Database, to: string, template: string): Promise<boolean> {
  const [row] = await tx
    .select({
      all: sql<number>`count(*)::int`,
      digits: sql<number>`(count(*) filter (where ${isOf(DIGITS)}))::int`,
    })
    .from(outbox)
    .where(and(ofDay, eq(outbox.recipient, to)))
  return roomForText(template, row ?? { all: 0, digits: 0 })
}
