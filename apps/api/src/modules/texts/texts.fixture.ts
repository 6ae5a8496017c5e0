import { textsContract as contract } from '@howcanwe/shared/texts'
import { sql } from 'drizzle-orm'
import { startWorld, type World } from '../../../test/support.ts'

export const TOKEN = 'a gateway of thirty-two characters or more'
/** A town whose texts can be answered. */
export const startTexting = () =>
  startWorld({ SMS_INBOUND_TOKEN: TOKEN, SMS_FROM: '+447700900321' })

let count = 0
/** Somebody's mobile number: as they wrote it down, and as the gateway names it. */
export function aNumber() {
  const last = String(910_000 + ++count)
  return { written: `07700 ${last}`, from: `447700${last}`, to: `+447700${last}` }
}

/** The gateway hands a text in. */
export async function textIn(world: World, from: string, text: string, id = `gw-${++count}`) {
  const answer = await world.app.inject({
    method: 'POST',
    url: `/api/v1${contract.receive.path}`,
    headers: { authorization: `Bearer ${TOKEN}` },
    payload: { id, from, text },
  })
  if (answer.statusCode !== 204) throw new Error(`${answer.statusCode} ${answer.body}`)
}

/** What went to a number, the newest last. */
export const sentTo = async (world: World, to: string) =>
  (
    await world.db.execute<{ template: string; body: string }>(
      sql`select template, body from outbox where recipient = ${to} order by created_at, id`,
    )
  ).rows
