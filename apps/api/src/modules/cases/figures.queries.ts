import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'

export interface Month {
  month: string
  minutes: number
  actions: number
  introductions: number
  invitations: number
  typedFor: number
}

/**
 * A broker's own work, the newest month first, on the calendar of the place; two years at most. Invitations are those that
 * went out, whether or not a line was written about them.
 */
export async function monthsOf(
  db: Database,
  of: { placeId: string; personId: string; timeZone: string },
): Promise<Month[]> {
  const { rows } = await db.execute<Record<keyof Month, string>>(sql`
    with lines as (
      select to_char(coalesce(happened_on::date, (at at time zone ${of.timeZone})::date), 'YYYY-MM') as month,
        sum(minutes) as minutes, count(*) as actions,
        count(*) filter (where kind = 'introduction') as introductions,
        count(*) filter (where kind = 'typed-for') as "typedFor"
      from broker_actions where place_id = ${of.placeId} and broker_id = ${of.personId} group by 1),
    sent as (
      select to_char((invited_at at time zone ${of.timeZone})::date, 'YYYY-MM') as month, count(*) as invitations
      from invitations where place_id = ${of.placeId} and invited_by = ${of.personId} group by 1)
    select month, coalesce(minutes, 0) as minutes, coalesce(actions, 0) as actions,
      coalesce(introductions, 0) as introductions, coalesce("typedFor", 0) as "typedFor",
      coalesce(invitations, 0) as invitations
    from lines full join sent using (month) order by month desc limit 24`)
  return rows.map(({ month, ...n }) => ({
    month,
    minutes: Number(n.minutes),
    actions: Number(n.actions),
    introductions: Number(n.introductions),
    invitations: Number(n.invitations),
    typedFor: Number(n.typedFor),
  }))
}
