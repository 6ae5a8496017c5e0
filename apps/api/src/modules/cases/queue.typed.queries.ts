import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Desk } from './cases.queries.ts'
import type { Waiting } from './queue.queries.ts'

interface Raw extends Omit<Waiting, 'since'> {
  since: string
  note: string
  [column: string]: unknown
}

/**
 * Organisations whose answers were typed for them, and who can be written to by nobody, once there is something to tell:
 * what was decided, or the answer to what they asked back. Name and number only, until a call or visit is written down;
 * never where the broker stands on a side, and never before the deadline (S-02).
 */
export async function unreachableOf(
  db: Database,
  { placeId, personId, challenges }: Desk,
): Promise<(Waiting & { note: string })[]> {
  const only = challenges === 'all' ? null : `{${challenges.join()}}`
  const { rows } = await db.execute<Raw>(sql`
    with told as (
      select i.id, i.challenge_id, i.organisation_id, greatest(i.decided_at, b.answered_at) as at
      from interests i left join questions_back b on b.interest_id = i.id
      where i.place_id = ${placeId} and i.state in ('chosen', 'not-this-time'))
    select 'tell' as kind, o.name as title, 1 as count, told.at as since, null as "dueAt",
      c.id as "challengeId", c.slug, o.id as "organisationId", null as "entryId",
      concat_ws(', ', nullif(o.contact_name, ''), o.contact_phone) as note
    from told join challenges c on c.id = told.challenge_id join organisations o on o.id = told.organisation_id
    where c.closes_at <= clock_timestamp() and (${only}::uuid[] is null or c.id = any (${only}::uuid[]))
      and coalesce(o.contact_email, '') = ''
      and not represents_party(c.id, ${personId})
      and not exists (select 1 from memberships m where m.organisation_id = o.id)
      and exists (select 1 from typed_entries t
        where t.challenge_id = c.id and t.organisation_id = o.id and t.what = 'interest')
      and not exists (select 1 from broker_actions x where x.challenge_id = c.id and x.organisation_id = o.id
        and x.kind in ('call', 'visit') and x.at >= told.at)
    order by told.at limit 100`)
  return rows.map((row) => ({ ...row, count: 1, since: new Date(row.since) }))
}
