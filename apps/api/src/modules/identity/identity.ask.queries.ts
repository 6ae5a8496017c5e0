import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { signInRequests } from './identity.table.ts'

/** Requests for one address take turns until the transaction ends, so that counting them holds. */
export const takeTurns = (tx: Database, addressHash: Buffer) =>
  tx.execute(sql`select pg_advisory_xact_lock(${addressHash.readBigInt64BE().toString()}::bigint)`)

/** Who asks: the browser by the cookie we gave it, and the network it is in. */
export interface Asker {
  browserHash: Buffer | undefined
  ipHash: Buffer
}

/** Requests for an address in the last hour, and whether this browser made any of them. */
export async function askedLately(
  tx: Database,
  addressHash: Buffer,
  { browserHash, ipHash }: Asker,
): Promise<{ byAsker: number; byAnyone: number; byBrowser: number }> {
  const isBrowser = browserHash ? eq(signInRequests.browserHash, browserHash) : sql`false`
  const isAsker = sql`(${isBrowser} or ${eq(signInRequests.ipHash, ipHash)})`
  const [row] = await tx
    .select({
      byAsker: sql<number>`count(*) filter (where ${isAsker})::int`,
      byAnyone: sql<number>`count(*)::int`,
      byBrowser: sql<number>`count(*) filter (where ${isBrowser})::int`,
    })
    .from(signInRequests)
    .where(
      and(
        eq(signInRequests.addressHash, addressHash),
        gt(signInRequests.createdAt, sql`clock_timestamp() - interval '1 hour'`),
      ),
    )
  return row ?? { byAsker: 0, byAnyone: 0, byBrowser: 0 }
}

/** The newest mail replaces older ones of the same browser; nobody else's. */
export const endOlderRequests = (tx: Database, addressHash: Buffer, browserHash: Buffer) =>
  tx
    .update(signInRequests)
    .set({ expiresAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(signInRequests.addressHash, addressHash),
        eq(signInRequests.browserHash, browserHash),
        isNull(signInRequests.usedAt),
        gt(signInRequests.expiresAt, sql`clock_timestamp()`),
      ),
    )
