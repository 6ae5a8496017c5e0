import { and, eq, gt, isNotNull, isNull, ne, sql } from 'drizzle-orm'
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

/** All who ask for texts take turns, after {@link takeTurns}: what is counted holds until the text is written. */
export const takeTurnsAtTexts = (tx: Database) =>
  tx.execute(sql`select pg_advisory_xact_lock(hashtext('identity.texts'))`)

/** How many other numbers a network has asked texts for in the last hour. */
export async function numbersOfNetwork(
  tx: Database,
  ipHash: Buffer,
  addressHash: Buffer,
): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(distinct ${signInRequests.addressHash})::int` })
    .from(signInRequests)
    .where(
      and(
        eq(signInRequests.ipHash, ipHash),
        isNotNull(signInRequests.phone),
        ne(signInRequests.addressHash, addressHash),
        gt(signInRequests.createdAt, sql`clock_timestamp() - interval '1 hour'`),
      ),
    )
  return row?.n ?? 0
}

/** How many texts a network has asked for in the last 24 hours; requests are kept as long. */
export async function textsOfNetwork(tx: Database, ipHash: Buffer): Promise<number> {
  const [row] = await tx
    .select({ n: sql<number>`count(*)::int` })
    .from(signInRequests)
    .where(
      and(
        eq(signInRequests.ipHash, ipHash),
        isNotNull(signInRequests.phone),
        gt(signInRequests.createdAt, sql`clock_timestamp() - interval '24 hours'`),
      ),
    )
  return row?.n ?? 0
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
