import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Suggestions } from '@howcanwe/shared/matching'
import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challengeMatches } from './stored.table.ts'

export type List = Omit<Suggestions, 'computedAt'>

const FAST = 1
const pack = async (list: List): Promise<Buffer> =>
  promisify(gzip)(JSON.stringify(list), { level: FAST })

/** A list as it was kept, with its instants back. */
async function unpack(packed: Buffer): Promise<List> {
  const list = JSON.parse(String(await promisify(gunzip)(packed))) as List
  const items = list.items.map((m) => ({
    ...m,
    quietSince: m.quietSince === null ? null : new Date(m.quietSince),
  }))
  return { ...list, items }
}

/** The list last made for a challenge, with whether anything has changed since. */
export async function storedList(db: Database, challengeId: string) {
  const [row] = await db
    .select({
      packed: challengeMatches.packed,
      madeAt: challengeMatches.madeAt,
      knowsAnswers: challengeMatches.knowsAnswers,
      isFresh: sql<boolean>`${challengeMatches.madeOf} is not distinct from ${challengeMatches.changes}`,
    })
    .from(challengeMatches)
    .where(eq(challengeMatches.challengeId, challengeId))
  return row && { ...row, list: row.packed && (await unpack(row.packed)) }
}

/** How often each has changed, read before its list is made: what changes meanwhile makes the list stale. */
export async function changesOf(
  db: Database,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .select({ id: challengeMatches.challengeId, changes: challengeMatches.changes })
    .from(challengeMatches)
    .where(inArray(challengeMatches.challengeId, [...ids]))
  return new Map(rows.map((r) => [r.id, r.changes]))
}

export interface Same {
  challengeId: string
  madeOf: number
}
export interface Made extends Same {
  placeId: string
  fingerprint: string
  stems: string
  knowsAnswers: boolean
  list: List
}

/** Keeps lists, all in one statement. */
export async function storeLists(db: Database, made: readonly Made[]): Promise<void> {
  if (made.length === 0) return
  const packed = await Promise.all(made.map((m) => pack(m.list)))
  await db
    .insert(challengeMatches)
    .values(
      made.map(({ list: _, ...m }, i) => ({
        ...m,
        packed: packed[i],
        madeAt: sql`clock_timestamp()`,
      })),
    )
    .onConflictDoUpdate({
      target: challengeMatches.challengeId,
      set: {
        madeOf: sql`excluded.made_of`,
        knowsAnswers: sql`excluded.knows_answers`,
        packed: sql`excluded.packed`,
        fingerprint: sql`excluded.fingerprint`,
        stems: sql`excluded.stems`,
        madeAt: sql`excluded.made_at`,
      },
    })
}

/** Lists that came out as they are kept: as fresh as if they had been written anew. */
export async function keepLists(db: Database, same: readonly Same[]): Promise<void> {
  if (same.length === 0) return
  const ids = sql.param(same.map((s) => s.challengeId))
  const counts = sql.param(same.map((s) => s.madeOf))
  await db.execute(sql`
    update ${challengeMatches} m set made_of = now.made_of, made_at = clock_timestamp()
    from unnest(${ids}::uuid[], ${counts}::integer[]) now (id, made_of) where m.challenge_id = now.id`)
}

/** Some challenges that never had a list, held until the transaction ends. */
export async function holdNew(
  tx: Database,
  most: number,
): Promise<{ id: string; knowsAnswers: boolean }[]> {
  const { rows } = await tx.execute<{ id: string; knowsAnswers: boolean }>(sql`
    select m.challenge_id as id, c.closes_at <= clock_timestamp() as "knowsAnswers"
    from challenge_matches m join challenges c on c.id = m.challenge_id
    where c.state in ('open', 'choosing') and m.made_at is null
    limit ${most} for update of m skip locked`)
  return rows
}
