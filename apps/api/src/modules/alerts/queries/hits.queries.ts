import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'

/** Challenges of so many days ago are no news: only found anew where nobody looked for long. */
const NEWS_DAYS = 30

/**
 * The next challenge that has opened and was not held against anybody's wishes yet; skips what another worker holds.
 */
export const takeOpened = async (tx: Database) =>
  (
    await tx.execute<{ id: string; placeId: string }>(sql`
      with next as (
        select c.id, c.place_id from challenges c
        where c.state = 'open' and c.closes_at > clock_timestamp()
          and c.opened_at > clock_timestamp() - ${NEWS_DAYS}::int * interval '1 day'
          and not exists (select from alerted_challenges a where a.challenge_id = c.id)
        order by c.opened_at limit 1 for no key update of c skip locked),
      taken as (insert into alerted_challenges (challenge_id) select id from next returning challenge_id)
      select n.id, n.place_id as "placeId" from next n join taken t on t.challenge_id = n.id`)
  ).rows[0]

/** Challenge `c` lies in an area of organisation `o`, or one of the two works everywhere in the place. */
const sharesArea = sql`(
  not exists (select from challenge_areas a where a.challenge_id = c.id)
  or not exists (select from organisation_areas b where b.organisation_id = o.id)
  or exists (select from challenge_areas a join organisation_areas b on b.area_id = a.area_id
    where a.challenge_id = c.id and b.organisation_id = o.id))`

/**
 * Challenge `c` fits organisation `o`: same place, a theme and an area in common. Never one that asks itself, nor one
 * that pauses or has left: those are not asked for anything (FR-12).
 */
export const fits: SQL = sql`(
  o.place_id = c.place_id and o.state in ('listed', 'checked') and o.sector <> 'public'
  and o.id <> c.organisation_id and o.themes && c.themes and ${sharesArea})`

/** Notes whom a challenge fits, by their searches and by what their organisations do: one statement each, once each. */
export async function findReaders(tx: Database, challengeId: string): Promise<void> {
  await tx.execute(sql`
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
  await tx.execute(sql`
    insert into alert_hits (id, place_id, person_id, challenge_id)
    select gen_random_uuid(), c.place_id, m.person_id, c.id
    from challenges c join organisations o on ${fits} join memberships m on m.organisation_id = o.id
    where c.id = ${challengeId} and hears(m.person_id, 'new') <> 'never'
    group by c.place_id, m.person_id, c.id
    on conflict do nothing`)
}

export interface AtOnce extends Record<string, unknown> {
  personId: string
  /** The searches that found it; empty where it is what their organisation does. */
  searches: string[]
  isFit: boolean
}

/** Those who want to hear of a challenge at once. */
export const readersAtOnce = async (tx: Database, challengeId: string): Promise<AtOnce[]> =>
  (
    await tx.execute<AtOnce>(sql`
      select h.person_id as "personId",
        coalesce(array_agg(s.name order by s.name) filter (where s.how = 'at-once'), '{}') as searches,
        bool_or(h.search_id is null and hears(h.person_id, 'new') = 'at-once') as "isFit"
      from alert_hits h left join saved_searches s on s.id = h.search_id
      where h.challenge_id = ${challengeId} and h.told_at is null
      group by h.person_id
      having bool_or(coalesce(s.how, hears(h.person_id, 'new')) = 'at-once')
      order by h.person_id`)
  ).rows

/** However they found it: somebody is told of a challenge once. */
export const noteTold = (tx: Database, personId: string, challengeIds: readonly string[]) =>
  tx.execute(sql`
    update alert_hits set told_at = clock_timestamp()
    where person_id = ${personId} and told_at is null
      and challenge_id = any (${sql.param([...challengeIds])}::uuid[])`)
