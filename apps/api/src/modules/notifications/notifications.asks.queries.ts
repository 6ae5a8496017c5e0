import { eq, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { retryIn } from './notifications.rules.ts'
import { outbox } from './notifications.table.ts'

/** Letters that ask something of an organisation; what it has taken on is `duty` and goes, pause or not. */
const ASKS = ['waiting', 'new'] as const
type Row = typeof outbox.$inferSelect

const isAsk = ({ kind, organisationId }: Row): boolean =>
  organisationId !== null && (ASKS as readonly string[]).includes(kind)

/** Asks somebody who rests: it waits, however long it has been waiting, until they are back (OR3, FR-12). */
export const asksWhoRests: SQL = sql`(${outbox.kind} in ('waiting', 'new') and rests(${outbox.organisationId}))`

/** What it asks is over: a challenge has closed, somebody has answered. */
export const asksNothing: SQL = sql`not still_asks(${outbox.template}, ${outbox.aboutId}, ${outbox.organisationId})`

/** Takes a letter away that asks nothing any more. @returns whether it was one */
export async function dropOver(tx: Database, row: Row): Promise<boolean> {
  if (row.aboutId === null) return false
  const gone = await tx.delete(outbox).where(sql`${eq(outbox.id, row.id)} and ${asksNothing}`)
  return (gone.rowCount ?? 0) > 0
}

/** How long a letter has been tried. One that may have waited for a pause to end counts its tries, not its days. */
export function triedMs(row: Row, attempts: number): number {
  if (!isAsk(row)) return Date.now() - row.createdAt.getTime()
  let all = 0
  for (let n = 1; n < attempts; n++) all += retryIn(n, 0) ?? 0
  return all
}
