import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { TAKEN_BACK_WITHIN_MS, TIME_TO_THINK_DAYS } from './introductions.rules.ts'

const taken = async (tx: Database, query: ReturnType<typeof sql>): Promise<string | undefined> =>
  (await tx.execute<{ id: string }>(query)).rows[0]?.id

/** The first said yes a day ago, and the second can be asked: is there, does not rest, and would have time to think. */
export const takeToAsk = (tx: Database) =>
  taken(
    tx,
    sql`select i.id from introductions i
      join introduction_sides f on f.introduction_id = i.id and f.turn = 'first' and f.answer = 'yes'
      join introduction_sides s on s.introduction_id = i.id and s.turn = 'second' and s.asked_at is null
      join organisations o on o.id = s.organisation_id and o.state in ('listed', 'checked')
      where i.state = 'asked-first'
        and f.answered_at + ${TAKEN_BACK_WITHIN_MS}::int * interval '1 millisecond' <= clock_timestamp()
        and f.tell_at > clock_timestamp() + ${TIME_TO_THINK_DAYS}::int * interval '1 day'
      order by f.answered_at limit 1 for update of i skip locked`,
  )

/** Somebody waits whose time is over. */
export const takeToTell = (tx: Database) =>
  taken(
    tx,
    sql`select i.id from introductions i join introduction_sides s on s.introduction_id = i.id
      where s.tell_at <= clock_timestamp() and s.told_at is null and i.both_yes_at is null
      order by s.tell_at limit 1 for update of i skip locked`,
  )

/** Nobody waits and nobody can answer any more. */
export const takeToEnd = (tx: Database) =>
  taken(
    tx,
    sql`select i.id from introductions i where i.state in ('asked-first', 'asked-second')
        and not exists (select 1 from introduction_sides s where s.introduction_id = i.id
          and (greatest(s.answer_by, s.tell_at) > clock_timestamp() or s.tell_at is not null and s.told_at is null))
      order by i.id limit 1 for update of i skip locked`,
  )

/** Both said yes fourteen days ago, and nobody has been asked what came of it. */
export const takeToAskWhatCame = (tx: Database) =>
  taken(
    tx,
    sql`select i.id from introductions i where i.what_came_asked_at is null and i.state in ('both-yes', 'met')
        and i.ask_what_came_at <= clock_timestamp()
      order by i.ask_what_came_at limit 1 for update of i skip locked`,
  )
