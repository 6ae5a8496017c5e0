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
