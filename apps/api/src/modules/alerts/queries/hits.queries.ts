import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'

/** Challenges of so many days ago are no news: only found anew where nobody looked for long. */
export const NEWS_DAYS = 30

/**
 * The next challenge that has opened and was not held against anybody's wishes yet, or is due to be tried again; skips
 * what another worker holds, or has just done.
 */
export const takeOpened = async (tx: Database) =>
  (
    await tx.execute<{ id: string; placeId: string }>(sql`
      with next as (
        select c.id, c.place_id from challenges c left join alerted_challenges a on a.challenge_id = c.id
        where c.state = 'open' and c.closes_at > clock_timestamp()
          and c.opened_at > clock_timestamp() - ${NEWS_DAYS}::int * interval '1 day'
          and (a.challenge_id is null or a.again_at <= clock_timestamp())
        order by coalesce(a.again_at, c.opened_at) limit 1 for no key update of c skip locked),
      taken as (insert into alerted_challenges as t (challenge_id) select id from next
        on conflict (challenge_id) do update set again_at = null where t.again_at <= clock_timestamp()
        returning challenge_id)
      select n.id, n.place_id as "placeId" from next n join taken t on t.challenge_id = n.id`)
  ).rows[0]

/** One that failed waits for an hour, so that those opened after it have their turn. */
export const tryAgain = (db: Database, challengeId: string) =>
  db.execute(sql`
    insert into alerted_challenges as t (challenge_id, again_at)
    values (${challengeId}, clock_timestamp() + interval '1 hour')
    on conflict (challenge_id) do update set again_at = excluded.again_at where t.again_at is not null`)

/** Notes whose searches find a challenge: one statement, once each. */
export const findReaders = (tx: Database, challengeId: string) =>
  tx.execute(sql`
    insert into alert_hits (id, place_id, person_id, challenge_id, search_id)
    select gen_random_uuid(), c.place_id, s.person_id, c.id, s.id
    from challenges c join saved_searches s on s.place_id = c.place_id
    where c.id = ${challengeId} and s.how <> 'never'
      and (s.themes = '{}' or s.themes && c.themes)
      and (s.area_ids = '{}' or exists (select from challenge_areas a
        where a.challenge_id = c.id and a.area_id = any (s.area_ids)))
      and (s.q = '' or c.search @@ (
        websearch_to_tsquery('english', fold(s.q)) || websearch_to_tsquery('dutch', fold(s.q))))
    on conflict do nothing`)

export interface AtOnce extends Record<string, unknown> {
  personId: string
  /** The searches that found it. */
  searches: string[]
}

/** Those whose searches want to tell of a challenge at once. */
export const searchersAtOnce = async (tx: Database, challengeId: string): Promise<AtOnce[]> =>
  (
    await tx.execute<AtOnce>(sql`
      select h.person_id as "personId", array_agg(s.name order by s.name) as searches
      from alert_hits h join saved_searches s on s.id = h.search_id
      where h.challenge_id = ${challengeId} and h.told_at is null and s.how = 'at-once'
      group by h.person_id order by h.person_id`)
  ).rows

export interface Reads extends Record<string, unknown> {
  personId: string
  organisationId: string
  organisation: string
  /** It has named neighbourhoods it works in. */
  namesAreas: boolean
}

const reads = sql`m.person_id as "personId", o.id as "organisationId", o.name as organisation,
  exists (select from organisation_areas a where a.organisation_id = o.id) as "namesAreas"
  from memberships m join organisations o on o.id = m.organisation_id and o.sector <> 'public'`

/** The organisations of a place that somebody reads for, and that questions are for. */
export const readsHere = async (
  tx: Database,
  of: { personId: string; placeId: string },
): Promise<Reads[]> =>
  (
    await tx.execute<Reads>(sql`
      select ${reads} where m.person_id = ${of.personId} and m.place_id = ${of.placeId} order by o.name, o.id`)
  ).rows

/** Members of organisations of its place who want to hear at once of what fits these. */
export const readersAtOnce = async (
  tx: Database,
  of: { placeId: string; organisationId: string },
): Promise<Reads[]> =>
  (
    await tx.execute<Reads>(sql`
      select ${reads} where m.place_id = ${of.placeId} and o.id <> ${of.organisationId}
        and hears(m.person_id, 'new') = 'at-once' order by o.name, o.id, m.person_id`)
  ).rows

/** However it was found: somebody is told of a challenge once. */
export async function noteTold(
  tx: Database,
  of: { personId: string; placeId: string },
  challengeIds: readonly string[],
): Promise<void> {
  const ids = sql`${sql.param([...challengeIds])}::uuid[]`
  await tx.execute(sql`
    update alert_hits set told_at = clock_timestamp()
    where person_id = ${of.personId} and told_at is null and challenge_id = any (${ids})`)
  await tx.execute(sql`
    insert into alert_hits (id, place_id, person_id, challenge_id, told_at)
    select gen_random_uuid(), ${of.placeId}, ${of.personId}, id, clock_timestamp() from unnest(${ids}) id
    on conflict do nothing`)
}
