import { setTimeout as sleep } from 'node:timers/promises'
import { type SQL, sql } from 'drizzle-orm'
import type { World } from './support.ts'

const PATIENCE_MS = 1_500

/**
 * Holds a row until all of these wait for it, one behind the other as they were sent, and then lets go: what two who press
 * at once do to each other, every time.
 *
 * @param lock a statement that locks the row
 */
export async function atOnce<T>(
  { db }: Pick<World, 'db'>,
  lock: SQL,
  sends: readonly (() => Promise<T>)[],
): Promise<PromiseSettledResult<T>[]> {
  const sent: Promise<T>[] = []
  await db.transaction(async (tx) => {
    await tx.execute(lock)
    for (const [before, send] of sends.entries()) {
      const one = send()
      one.catch(() => undefined)
      sent.push(one)
      await isWaiting(db, before + 1)
    }
  })
  return Promise.allSettled(sent)
}

async function isWaiting(db: World['db'], count: number): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  while (Date.now() < until) {
    const { rows } = await db.execute<{ n: number }>(sql`
      select count(*)::int as n from pg_stat_activity
      where datname = current_database() and wait_event_type = 'Lock'`)
    if ((rows[0]?.n ?? 0) >= count) return
    await sleep(10)
  }
}
