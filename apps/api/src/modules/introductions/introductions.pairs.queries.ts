import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { ASKED_AGAIN_AFTER_DAYS } from './introductions.rules.ts'

/** Somebody belongs to both. */
export async function shareSomebody(tx: Database, one: string, other: string): Promise<boolean> {
  const { rows } = await tx.execute(sql`select 1 from memberships a
    join memberships b on b.person_id = a.person_id and b.organisation_id = ${other}
    where a.organisation_id = ${one} limit 1`)
  return rows.length > 0
}

/** The two are being introduced, or were asked not long ago. Two drafts of the same pair take turns. */
export async function askedLately(tx: Database, one: string, other: string): Promise<boolean> {
  const pair = [one, other].sort().join()
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('introductions' || ${pair}, 0))`,
  )
  const { rows } = await tx.execute(sql`select 1 from introductions i
    join introduction_sides a on a.introduction_id = i.id and a.organisation_id = ${one}
    join introduction_sides b on b.introduction_id = i.id and b.organisation_id = ${other}
    where i.ended_at is null
      or i.ended_at > clock_timestamp() - ${ASKED_AGAIN_AFTER_DAYS}::int * interval '1 day' limit 1`)
  return rows.length > 0
}

/** How many had two yeses in the last twelve months, and how many of them were between two new to each other. */
export async function countTies(db: Database, placeId: string) {
  const { rows } = await db.execute<{ introduced: number; fresh: number }>(sql`
    select count(*)::int as introduced, count(*) filter (where f.known in ('never-met', 'know-of')
        and s.known in ('never-met', 'know-of'))::int as fresh
    from introductions i join introduction_sides f on f.introduction_id = i.id and f.turn = 'first'
      join introduction_sides s on s.introduction_id = i.id and s.turn = 'second'
    where i.place_id = ${placeId} and i.both_yes_at > clock_timestamp() - interval '12 months'`)
  return rows[0] ?? { introduced: 0, fresh: 0 }
}

/** Pairs in which nobody is brought together again: introduced, or on the way, in the last two years. */
export const introducedIn = async (db: Database, placeId: string) =>
  (
    await db.execute<{ one: string; other: string }>(sql`
      select f.organisation_id as one, s.organisation_id as other from introductions i
      join introduction_sides f on f.introduction_id = i.id and f.turn = 'first'
      join introduction_sides s on s.introduction_id = i.id and s.turn = 'second'
      where i.place_id = ${placeId} and i.created_at > clock_timestamp() - interval '2 years'`)
  ).rows

/** The two of an introduction to which both have said yes; nobody of any other. */
export const introducedBy = async (db: Database, introductionId: string): Promise<string[]> =>
  (
    await db.execute<{ id: string }>(sql`select s.organisation_id as id from introduction_sides s
      join introductions i on i.id = s.introduction_id
      where i.id = ${introductionId} and i.both_yes_at is not null`)
  ).rows.map((row) => row.id)

/** Sides, as `introduction turn`, to whose organisation somebody of the desk has spoken since they were asked. */
export async function rungSinceAsked(
  db: Database,
  introductionIds: readonly string[],
): Promise<ReadonlySet<string>> {
  if (introductionIds.length === 0) return new Set()
  const { rows } = await db.execute<{ side: string }>(sql`
    select s.introduction_id || ' ' || s.turn as side from introduction_sides s
    where s.introduction_id = any (${sql.param([...introductionIds])}::uuid[]) and exists (
      select from broker_actions x where x.place_id = s.place_id and x.kind in ('call', 'visit') and x.at >= s.asked_at
        and s.organisation_id in (x.organisation_id, x.other_organisation_id))`)
  return new Set(rows.map(({ side }) => side))
}
