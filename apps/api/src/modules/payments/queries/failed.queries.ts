import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'

/** Days after money came back when they are told once more, and when the account it did not reach is deleted. */
const [AGAIN, ENDS] = [30, 90]

/** Something that came back a month ago, of which somebody has heard once. */
export async function takeFailedOnce(tx: Database) {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from pay_items where state = 'failed' and failed_again_at is null
      and failed_at <= clock_timestamp() - ${AGAIN}::int * interval '1 day'
    order by failed_at limit 1 for update skip locked`)
  return rows[0]
}

/**
 * An account or an address that money did not reach ninety days ago, that nobody has looked at since, and that nothing else
 * goes to: whoever it is of was told twice, or has left and cannot be written to.
 */
export async function takeFailedWay(tx: Database) {
  const { rows } = await tx.execute<{ memberId: string; itemId: string }>(sql`
    select w.member_id as "memberId", i.id as "itemId" from pay_ways w
      join pay_items i on i.member_id = w.member_id and i.state = 'failed'
      join group_members m on m.id = w.member_id
    where w.way <> 'cash' and w.since < i.failed_at
      and i.failed_at <= clock_timestamp() - ${ENDS}::int * interval '1 day'
      and (m.state = 'left' or i.failed_again_at is not null)
      and not exists (select from pay_items o where o.member_id = w.member_id and o.state in ('due', 'chosen', 'approved'))
      and not exists (select from pay_items o where o.member_id = w.member_id and o.paid_at > i.failed_at)
    order by i.failed_at limit 1 for update of w skip locked`)
  return rows[0]
}
