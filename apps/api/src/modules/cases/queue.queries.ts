import type { QueueKind } from '@howcanwe/shared/cases'
import { READERS_NEEDED } from '@howcanwe/shared/readings'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Desk } from './cases.queries.ts'

/** Something of the place that waits for a broker, with the moment it began to and the moment it is late. */
export interface Waiting {
  kind: QueueKind
  title: string
  count: number
  since: Date | null
  dueAt: Date | null
  challengeId: string
  slug: string | null
  organisationId: string | null
  entryId: string | null
}

interface Raw extends Omit<Waiting, 'count' | 'since' | 'dueAt'> {
  count: string
  since: string | null
  dueAt: string | null
  [column: string]: unknown
}

const when = (at: string | null) => (at === null ? null : new Date(at))

const readersMissing = sql`
  greatest(0, ${READERS_NEEDED} - (select count(distinct r.person_id) from reading_comments r
    where r.challenge_id = c.id and r.reads_as = 'resident'))
  + greatest(0, ${READERS_NEEDED} - (select count(distinct r.organisation_id) from reading_comments r
    join organisations o on o.id = r.organisation_id and o.income_band in ('none', 'micro', 'small')
    where r.challenge_id = c.id))`

/**
 * What waits in a place without anybody having made a case of it: answers and questions by their clocks, readers who
 * are missing, and invitations (also to answer together, whom the broker asked) to pass on by hand that no call or visit
 * followed, whatever came of them. Never a challenge on whose side the
 * broker stands, and never who answered. A question waits from the morning after, for the broker too (J-06, FR-11).
 */
export async function waitingIn(db: Database, desk: Desk): Promise<Waiting[]> {
  const { placeId, personId, challenges } = desk
  const only = challenges === 'all' ? null : `{${challenges.join()}}`
  const { rows } = await db.execute<Raw>(sql`
    with mine as (
      select c.id, c.slug, c.question, c.state, c.closes_at, c.read_from, c.read_until from challenges c
      where c.place_id = ${placeId} and c.state in ('read-through', 'open', 'choosing', 'formed', 'none-chosen')
        and (${only}::uuid[] is null or c.id = any (${only}::uuid[])) and not represents_party(c.id, ${personId}))
    select 'answers' as kind, c.question as title, 1 as count, c.closes_at as since, a.due_at as "dueAt",
        c.id as "challengeId", c.slug, null::uuid as "organisationId", null::uuid as "entryId"
      from mine c join answer_clocks a on a.challenge_id = c.id where c.state = 'choosing'
    union all
    select 'question-back', c.question, count(*), min(b.asked_at), min(b.due_at), c.id, c.slug, null, null
      from mine c join interests i on i.challenge_id = c.id join questions_back b on b.interest_id = i.id
      where b.answered_at is null group by c.id, c.question, c.slug
    union all
    select 'questions', c.question, count(*), min(w.tell_at), min(w.due_at), c.id, c.slug, null, null
      from mine c join questions w on w.challenge_id = c.id
      where w.state = 'asked' and w.tell_at <= clock_timestamp() and c.state in ('open', 'choosing') group by c.id, c.question, c.slug
    union all
    select 'readers', c.question, ${readersMissing}, c.read_from, c.read_until, c.id, c.slug, null, null
      from mine c where c.state = 'read-through' and ${readersMissing} > 0
    union all
    select 'by-hand', coalesce(o.name, e.name_shown), 1, v.invited_at, c.closes_at, c.id, c.slug, o.id, e.id
      from mine c join invitations v on v.challenge_id = c.id left join organisations o on o.id = v.organisation_id
        left join register_entries e on e.id = v.register_entry_id
      where c.state = 'open' and v.channel = 'by-hand' and not exists (select 1 from broker_actions x
        where x.challenge_id = c.id and x.kind in ('call', 'visit') and x.at >= v.invited_at
          and (x.organisation_id = v.organisation_id or x.register_entry_id = v.register_entry_id))
    union all
    select 'together-by-hand', o.name, 1, j.created_at, c.closes_at, c.id, c.slug, o.id, null
      from mine c join joint_interests j on j.challenge_id = c.id and j.seeded_by = ${personId}
        join joint_interest_members m on m.joint_interest_id = j.id and m.by_hand
        join organisations o on o.id = m.organisation_id
      where c.state = 'open' and not exists (select 1 from broker_actions x
        where x.challenge_id = c.id and x.kind in ('call', 'visit') and x.at >= j.created_at
          and x.organisation_id = m.organisation_id)
    limit 200`)
  return rows.map((row) => ({
    ...row,
    count: Number(row.count),
    since: when(row.since),
    dueAt: when(row.dueAt),
  }))
}
