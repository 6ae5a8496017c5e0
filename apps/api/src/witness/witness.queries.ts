import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'

/**
 * Takes one place whose contact has not been sent a checkpoint for a day although there is a newer one. One statement:
 * of two workers, one gets it.
 */
export async function takeDue(tx: Database) {
  const { rows } = await tx.execute<{ chain: string; size: number }>(sql`
    insert into trail_witnesses as w (chain, size, sent_at)
    select p.id, newest.size, clock_timestamp()
      from places p
      join lateral (select c.size from trail.checkpoints c where c.chain = p.id order by c.size desc limit 1) newest on true
      left join trail_witnesses last on last.chain = p.id
     where not p.demo and p.contact_email is not null and newest.size > coalesce(last.size, 0)
       and coalesce(last.sent_at <= clock_timestamp() - interval '1 day', true)
     limit 1
    on conflict (chain) do update set size = excluded.size, sent_at = excluded.sent_at
     where w.sent_at <= clock_timestamp() - interval '1 day'
    returning chain, size::float8 as size`)
  return rows[0]
}

/** Whom an alarm is told to: the contact of every place that is not made up. */
export async function contacts(tx: Database) {
  const { rows } = await tx.execute<{
    placeId: string
    place: string
    contact: string
    to: string
    language: string
  }>(sql`
    select p.id as "placeId", p.name as place, p.contact_name as contact, p.contact_email as "to",
           coalesce(p.languages[1], 'en') as language
      from places p where not p.demo and p.contact_email is not null order by p.id`)
  return rows
}
