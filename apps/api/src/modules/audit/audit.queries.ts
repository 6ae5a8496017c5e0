import type { Checkpoint } from '@howcanwe/shared/audit'
import { and, count, desc, eq, gt, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Anchored, BrokenChain } from './audit.rules.ts'
import { auditEvents } from './audit.table.ts'
import { trailCheckpoints, trailHeads } from './trail.table.ts'

/** How often something happened to one thing in the last 24 hours, what the caller's own transaction wrote included. */
export async function timesToday(
  db: Database,
  subjectId: string,
  action: `${string}.${string}`,
): Promise<number> {
  const today = gt(auditEvents.at, sql`clock_timestamp() - interval '1 day'`)
  const [row] = await db
    .select({ times: count() })
    .from(auditEvents)
    .where(and(eq(auditEvents.subjectId, subjectId), eq(auditEvents.action, action), today))
  return row?.times ?? 0
}

type Row = typeof trailCheckpoints.$inferSelect
const shown = (row: Row): Checkpoint => ({ ...row, hash: row.hash.toString('hex') })

export const newestCheckpoints = async (db: Database, chain: string, limit: number) =>
  (
    await db
      .select()
      .from(trailCheckpoints)
      .where(eq(trailCheckpoints.chain, chain))
      .orderBy(desc(trailCheckpoints.size))
      .limit(limit)
  ).map(shown)

export const newestCheckpoint = async (db: Database, chain: string) =>
  (await newestCheckpoints(db, chain, 1))[0]

/** @returns how many were taken */
export async function takeCheckpoints(
  db: Database,
  take: { origin: string; every: string; weighty: readonly string[] },
): Promise<number> {
  const weighty = JSON.stringify(take.weighty)
  const { rowCount } = await db.execute(
    sql`select 1 from trail.take_checkpoints(${take.origin}, ${take.every}::interval,
      (select array_agg(action) from jsonb_array_elements_text(${weighty}::jsonb) action))`,
  )
  return rowCount ?? 0
}

const asRows = (anchored: Anchored) =>
  sql`jsonb_to_recordset(${JSON.stringify([...anchored.values()])}::jsonb) as known(chain uuid, size bigint, hash text)`

/** Checkpoints beyond those that are anchored, the oldest first. */
export async function notYetAnchored(db: Database, anchored: Anchored): Promise<Checkpoint[]> {
  const { rows } = await db.execute<Omit<Checkpoint, 'at'> & { at: string }>(
    sql`select c.chain, c.size::float8 as size, encode(c.hash, 'hex') as hash, c.origin, trail.utc(c.at) as at
      from trail.checkpoints c left join ${asRows(anchored)} on known.chain = c.chain
      where c.size > coalesce(known.size, 0) order by c.at, c.size`,
  )
  return rows.map((row) => ({ ...row, at: new Date(row.at) }))
}

/** Chains that do not go on from what is anchored: shorter, or with another past. */
export async function notContinued(db: Database, anchored: Anchored): Promise<BrokenChain[]> {
  const { rows } = await db.execute<{ chain: string; outside: number; here: number }>(
    sql`select known.chain, known.size::float8 as outside, coalesce(head.size, 0)::float8 as here
      from ${asRows(anchored)}
      left join trail.links link on link.chain = known.chain and link.seq = known.size
      left join trail.heads head on head.chain = known.chain
      where encode(link.hash, 'hex') is distinct from known.hash`,
  )
  return rows
}

/** The lines after number `after`, in order. */
export async function linesAfter(db: Database, chain: string, after: number, limit: number) {
  const { rows } = await db.execute<{ seq: number; line: string }>(
    sql`select seq::float8 as seq, line from trail.lines
      where chain = ${chain} and seq > ${after} order by seq limit ${limit}`,
  )
  return rows
}

/** Events of a chain that no link knows: there are none, unless somebody went past the product. */
export async function unlinkedLines(db: Database, chain: string): Promise<string[]> {
  const { rows } = await db.execute<{ line: string }>(
    sql`select line from trail.lines where chain = ${chain} and seq is null`,
  )
  return rows.map((row) => row.line)
}

/** The last line of a trail: where the database says it ends. */
export async function endLine(db: Database, chain: string): Promise<string> {
  const [head] = await db.select().from(trailHeads).where(eq(trailHeads.chain, chain))
  const end = { size: head?.size ?? 0, hash: head?.hash.toString('hex') ?? '' }
  return JSON.stringify({ v: 1, chain, head: end })
}
