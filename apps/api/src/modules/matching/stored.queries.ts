import { eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challengeMatches } from './stored.table.ts'

/** The list last made for a challenge, with whether anything has changed since. */
export async function storedList(db: Database, challengeId: string) {
  const [row] = await db
    .select({
      list: challengeMatches.list,
      madeAt: challengeMatches.madeAt,
      knowsAnswers: challengeMatches.knowsAnswers,
      isFresh: sql<boolean>`${challengeMatches.madeOf} is not distinct from ${challengeMatches.changes}`,
    })
    .from(challengeMatches)
    .where(eq(challengeMatches.challengeId, challengeId))
  return row
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

export interface Made {
  challengeId: string
  placeId: string
  madeOf: number
  knowsAnswers: boolean
  list: string
}

/** Keeps lists, all in one statement. */
export async function storeLists(db: Database, made: readonly Made[]): Promise<void> {
  if (made.length === 0) return
  const column = (of: (m: Made) => string | number | boolean, type: string) =>
    sql`${sql.param(made.map(of))}::${sql.raw(type)}[]`
  await db.execute(sql`
    insert into challenge_matches (challenge_id, place_id, made_of, knows_answers, list, made_at)
    select n.*, clock_timestamp() from unnest(${column((m) => m.challengeId, 'uuid')}, ${column((m) => m.placeId, 'uuid')},
      ${column((m) => m.madeOf, 'integer')}, ${column((m) => m.knowsAnswers, 'boolean')}, ${column((m) => m.list, 'text')}) n
    on conflict (challenge_id) do update set (made_of, knows_answers, list, made_at)
      = (excluded.made_of, excluded.knows_answers, excluded.list, excluded.made_at)`)
}

/**
 * Some challenges whose list is made now, held until the transaction ends: those that never had one, and at night where
 * they are asked those whose list is from the day before.
 */
export async function holdDue(
  tx: Database,
  most: number,
): Promise<{ id: string; knowsAnswers: boolean }[]> {
  const { rows } = await tx.execute<{ id: string; knowsAnswers: boolean }>(sql`
    select m.challenge_id as id, c.closes_at <= clock_timestamp() as "knowsAnswers"
    from challenge_matches m join challenges c on c.id = m.challenge_id join places p on p.id = m.place_id
    where c.state in ('open', 'choosing') and (m.made_at is null or m.made_at < clock_timestamp() - interval '20 hours'
      and extract(hour from clock_timestamp() at time zone p.time_zone) between 1 and 4)
    order by m.made_at nulls first limit ${most} for update of m skip locked`)
  return rows
}
