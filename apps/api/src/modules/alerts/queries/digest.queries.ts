import type { Heard } from '@howcanwe/shared/alerts'
import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { asksNothing, asksWhoRests } from '../../notifications/index.ts'
import { NEWS_DAYS } from './hits.queries.ts'

export type Period = 'daily' | 'weekly'

export interface Turn extends Record<string, unknown> {
  personId: string
  placeId: string
  /** The day it is in the place, YYYY-MM-DD. */
  onDay: string
  /** The last Monday eight o'clock that has passed has not been told yet. */
  isWeekly: boolean
}

/** The next collected letter that is due; skips what another worker holds. */
export const takeTurn = async (tx: Database): Promise<Turn | undefined> =>
  (
    await tx.execute<Turn>(sql`
      select t.person_id as "personId", t.place_id as "placeId",
        to_char(clock_timestamp() at time zone p.time_zone, 'YYYY-MM-DD') as "onDay",
        t.weekly_at < (date_trunc('week', clock_timestamp() at time zone p.time_zone - interval '8 hours')
          + interval '8 hours') at time zone p.time_zone as "isWeekly"
      from digest_turns t join places p on p.id = t.place_id
      where t.due_at <= clock_timestamp()
      order by t.due_at limit 1 for update of t skip locked`)
  ).rows[0]

/** Claims the day for one letter; false where one was made already. */
export const claimDay = async (tx: Database, { personId, placeId, onDay }: Turn) =>
  (
    await tx.execute(sql`
      insert into digests (person_id, place_id, on_day) values (${personId}, ${placeId}, ${onDay})
      on conflict do nothing returning 1`)
  ).rows.length === 1

export const noteLetter = (tx: Database, t: Turn, letterId: string) =>
  tx.execute(sql`
    update digests set letter_id = ${letterId}
    where person_id = ${t.personId} and place_id = ${t.placeId} and on_day = ${t.onDay}`)

/**
 * The turn is over; the next one is due tomorrow or next Monday, as they asked. Where the day was claimed before, what is
 * new since then stays new.
 */
export const windOn = (tx: Database, t: Turn, isClaimed: boolean) =>
  tx.execute(sql`
    update digest_turns set due_at = next_digest(person_id, place_id, clock_timestamp()),
      daily_at = case when ${isClaimed} then clock_timestamp() else daily_at end,
      weekly_at = case when ${isClaimed && t.isWeekly} then clock_timestamp() else weekly_at end
    where person_id = ${t.personId} and place_id = ${t.placeId}`)

/** One that cannot be made now does not hold up the others: it is tried again in an hour. */
export const postpone = (db: Database, t: Turn) =>
  db.execute(sql`
    update digest_turns set due_at = clock_timestamp() + interval '1 hour'
    where person_id = ${t.personId} and place_id = ${t.placeId}`)

const periods = (t: Turn) => sql`(${t.isWeekly ? sql`'daily', 'weekly'` : sql`'daily'`})`
const heard = (t: Turn, what: Heard) => sql`hears(${t.personId}, ${what}) in ${periods(t)}`

export interface KeptLetter extends Record<string, unknown> {
  subject: string
  /** Where the letter itself leads. */
  link: string | null
}

const keptFor = (t: Turn) => sql`
  person_id = ${t.personId} and place_id = ${t.placeId} and sent_at is null and digest in ${periods(t)}`

/**
 * Takes the letters that waited to be collected: they count as sent with this one. What asks something of an
 * organisation that rests waits on for a letter after its pause (OR3); what asks about something that is over is dropped.
 */
export async function takeKept(tx: Database, t: Turn): Promise<KeptLetter[]> {
  await tx.execute(sql`delete from outbox where ${keptFor(t)} and ${asksNothing}`)
  const { rows } = await tx.execute<KeptLetter>(sql`
    with taken as (
      update outbox set sent_at = clock_timestamp(), available_at = clock_timestamp()
      where ${keptFor(t)} and not ${asksWhoRests}
      returning id, subject, link)
    select subject, link from taken order by id`)
  return rows
}

export interface Listed extends Record<string, unknown> {
  id: string
  slug: string
  question: string
  closesAt: Date
  expected: number | null
  chosen: number
  /** Names of the searches that found it; empty where it is what their organisation does. */
  searches: string[]
}

const listed = sql`c.id, c.slug, c.question, c.closes_at as "closesAt", c.expected_interests as expected,
  c.cohort_size as chosen`
const withDates = <T extends Listed>(rows: T[]): T[] =>
  rows.map((row) => ({ ...row, closesAt: new Date(row.closesAt) }))

/** What opened and was found by their searches; open still. */
export const searchFinds = async (tx: Database, t: Turn): Promise<Listed[]> =>
  withDates(
    (
      await tx.execute<Listed>(sql`
        select ${listed}, array_agg(s.name order by s.name) as searches
        from alert_hits h join challenges c on c.id = h.challenge_id join saved_searches s on s.id = h.search_id
        where h.person_id = ${t.personId} and h.place_id = ${t.placeId} and h.told_at is null
          and c.state = 'open' and c.closes_at > clock_timestamp() and s.how in ${periods(t)}
        group by c.id order by c.closes_at, c.id limit 20`)
    ).rows,
  )

/** Whether this letter is one in which they hear what is new, and what closes soon. */
export const hearsNow = async (tx: Database, t: Turn): Promise<{ fresh: boolean; soon: boolean }> =>
  (
    await tx.execute<{ fresh: boolean; soon: boolean }>(
      sql`select ${heard(t, 'new')} as fresh, ${heard(t, 'closing')} as soon`,
    )
  ).rows[0] ?? { fresh: false, soon: false }

export interface Unanswered extends Listed {
  organisationId: string
  /** Opened lately, and they were not told: so a group that rested, or has just come, misses nothing. */
  isNew: boolean
  /** Closes before the next letter but one. */
  isSoon: boolean
}

/** Of what fits organisations, by pairs in the same order, what the organisation has not answered, alone or with others. */
export const unanswered = async (
  tx: Database,
  t: Turn,
  pairs: { challengeIds: readonly string[]; organisationIds: readonly string[] },
): Promise<Unanswered[]> =>
  withDates(
    (
      await tx.execute<Unanswered>(sql`
        select ${listed}, '{}'::text[] as searches, p.organisation_id as "organisationId",
          c.opened_at > clock_timestamp() - ${NEWS_DAYS}::int * interval '1 day'
            and not exists (select from alert_hits h where h.person_id = ${t.personId} and h.challenge_id = c.id
              and h.told_at is not null) as "isNew",
          c.closes_at <= clock_timestamp()
            + case when hears(${t.personId}, 'closing') = 'daily' then interval '3 days' else interval '14 days' end as "isSoon"
        from unnest(${sql.param([...pairs.challengeIds])}::uuid[], ${sql.param([...pairs.organisationIds])}::uuid[])
            as p (challenge_id, organisation_id)
          join challenges c on c.id = p.challenge_id
        where c.state = 'open' and c.closes_at > clock_timestamp()
          and not exists (select from interests i where i.challenge_id = c.id and i.state <> 'withdrawn'
            and (i.organisation_id = p.organisation_id or p.organisation_id = any (i.parties)))`)
    ).rows,
  )

export interface Outcome extends Record<string, unknown> {
  slug: string
  question: string
  state: 'formed' | 'none-chosen'
}

/** What came of questions of the place since they last heard. */
export const newsFor = async (tx: Database, t: Turn): Promise<Outcome[]> =>
  (
    await tx.execute<Outcome>(sql`
      select c.slug, c.question, c.state from challenges c join digest_turns t
        on t.person_id = ${t.personId} and t.place_id = c.place_id
      where c.place_id = ${t.placeId} and c.state in ('formed', 'none-chosen') and ${heard(t, 'news')}
        and c.decided_at > case when hears(t.person_id, 'news') = 'daily' then t.daily_at else t.weekly_at end
      order by c.decided_at, c.id limit 10`)
  ).rows

/** The organisations somebody reads for, in a place. */
export const readsFor = async (tx: Database, t: Turn): Promise<string[]> =>
  (
    await tx.execute<{ name: string }>(sql`
      select o.name from memberships m join organisations o on o.id = m.organisation_id
      where m.person_id = ${t.personId} and m.place_id = ${t.placeId} and o.state <> 'left' order by o.name`)
  ).rows.map(({ name }) => name)
