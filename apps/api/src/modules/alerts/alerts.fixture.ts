import { sql } from 'drizzle-orm'
import type { World } from '../../../test/support.ts'

/** Everybody's next collected letter is due now. */
export const letTurnsBeDue = (world: World) =>
  world.db.execute(sql`update digest_turns set due_at = clock_timestamp() - interval '1 second'`)

/** As if a week had gone by since anybody heard: last Monday lies between. */
export const letAWeekGoBy = (world: World) =>
  world.db.execute(sql`
    update digest_turns set weekly_at = weekly_at - interval '8 days', daily_at = daily_at - interval '8 days',
      due_at = clock_timestamp() - interval '1 second'`)

/** As if the last letters were of an earlier day. */
export const letTomorrowCome = (world: World) =>
  world.db.execute(sql`update digests set on_day = '2020-01-01' || left(md5(random()::text), 4)`)

export interface Written extends Record<string, unknown> {
  id: string
  recipient: string
  template: string
  kind: string
  subject: string
  body: string
  digest: string | null
  sent: boolean
}

export const lettersOf = async (world: World, like = '%') =>
  (
    await world.db.execute<Written>(sql`
      select id, recipient, template, kind, subject, body, digest, sent_at is not null as sent
      from outbox where template like ${like} order by id`)
  ).rows

export const forgetLetters = (world: World) => world.db.execute(sql`delete from outbox`)
