import type { Device } from '@howcanwe/shared/identity'
import { and, desc, eq, gt, isNull, ne, type SQL, sql } from 'drizzle-orm'
import { type Database, inTransaction } from '../../db/database.ts'
import type { Deps } from '../../deps.ts'
import type { Actor } from '../../http/actor.ts'
import { record } from '../audit/index.ts'
import { refuse } from './identity.errors.ts'
import { idleLife } from './identity.rules.ts'
import { sessions } from './identity.table.ts'

const idleSeconds = sql`case when ${sessions.sharedComputer} then ${idleLife(true) / 1000}::float8 else ${idleLife(false) / 1000}::float8 end`

/** Sessions that a refresh would still keep going. */
const alive = (personId: string) =>
  and(
    eq(sessions.personId, personId),
    isNull(sessions.revokedAt),
    gt(sessions.expiresAt, sql`clock_timestamp()`),
    sql`${sessions.lastUsedAt} > clock_timestamp() - (${idleSeconds}) * interval '1 second'`,
  )

/** Where somebody is signed in, the newest first. */
export async function devicesOf(db: Database, actor: Actor): Promise<Device[]> {
  const rows = await db
    .select()
    .from(sessions)
    .where(alive(actor.personId))
    .orderBy(desc(sessions.lastUsedAt), desc(sessions.id))
  return rows.map((s) => ({
    id: s.id,
    name: s.device,
    startedAt: s.createdAt,
    lastUsedAt: s.lastUsedAt,
    sharedComputer: s.sharedComputer,
    here: s.id === actor.sessionId,
  }))
}

async function end(tx: Database, actor: Actor, which: SQL): Promise<number> {
  const ended = await tx
    .update(sessions)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(alive(actor.personId), which))
    .returning({ id: sessions.id })
  for (const { id } of ended)
    await record(tx, {
      placeId: null,
      actorId: actor.personId,
      action: 'identity.device-ended',
      subject: { kind: 'session', id },
    })
  return ended.length
}

/** @throws identity.device_unknown for one that is over, and for somebody else's */
export async function endDevice({ db }: Deps, actor: Actor, sessionId: string): Promise<void> {
  const ended = await inTransaction(db, (tx) => end(tx, actor, eq(sessions.id, sessionId)))
  if (ended === 0) throw refuse('identity.device_unknown')
}

/** Signs out everywhere but on the device that asks; says how many others there were. */
export const endOtherDevices = ({ db }: Deps, actor: Actor): Promise<number> =>
  inTransaction(db, (tx) => end(tx, actor, ne(sessions.id, actor.sessionId)))
