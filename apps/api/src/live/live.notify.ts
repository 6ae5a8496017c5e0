import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'

export const LIVE_CHANNEL = 'live'

/** That something moved, and where: ids alone, for everybody who listens to the database may read it. */
export interface LiveEvent {
  /** Whoever looks at this hears of it: an id of a thing. */
  room: string
  kind: string
  id: string
}

/** Tells every API process, when the transaction is committed and not before. */
export const tellLive = (tx: Database, { room, kind, id }: LiveEvent) =>
  tx.execute(sql`select pg_notify(${LIVE_CHANNEL}, ${JSON.stringify({ room, kind, id })})`)

/** What was told; undefined for what nobody of us wrote. */
export function readEvent(payload: string | undefined): LiveEvent | undefined {
  try {
    const read = JSON.parse(payload ?? '') as Partial<LiveEvent> | null
    const { room, kind, id } = read ?? {}
    return typeof room === 'string' && typeof kind === 'string' && typeof id === 'string'
      ? { room, kind, id }
      : undefined
  } catch {
    return undefined
  }
}
