import { QUEUE_MINUTES, type QueueItem } from '@howcanwe/shared/cases'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { type Actor, holds } from '../../http/actor.ts'
import { stretchedHere } from '../organisations/index.ts'

/** Those to whom somebody of the desk has spoken since they promised the last of it. */
async function rungSincePromised(db: Database, ids: readonly string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const { rows } = await db.execute<{ id: string }>(sql`
    select c.organisation_id as id from capacity_commitments c
    where c.state = 'committed' and c.organisation_id = any (${sql.param([...ids])}::uuid[])
    group by c.organisation_id, c.place_id having exists (select from broker_actions x
      where x.place_id = c.place_id and c.organisation_id in (x.organisation_id, x.other_organisation_id)
        and x.kind in ('call', 'visit') and x.at >= max(c.committed_at))`)
  return new Set(rows.map(({ id }) => id))
}

/**
 * Organisations that promised over 80 % of the hours they can spare (OR3, T7), for brokers of the whole place: somebody to
 * ring before asking them again. It stops nothing, and waits no longer once a call or visit is written down, until they
 * promise more.
 */
export async function hoursWaiting(
  db: Database,
  ask: { actor: Actor; placeId: string },
): Promise<QueueItem[]> {
  if (!holds(ask.actor, 'broker', ask.placeId)) return []
  const { over } = await stretchedHere(db, ask)
  const rung = await rungSincePromised(
    db,
    over.map(({ id }) => id),
  )
  const waiting = over.filter(({ id }) => !rung.has(id))
  return waiting.map(({ id, name, spare, committed }) => ({
    kind: 'capacity',
    title: name,
    count: 1,
    note: `${committed} / ${spare ?? 0}`,
    since: null,
    dueAt: null,
    late: false,
    minutes: QUEUE_MINUTES.capacity,
    caseId: null,
    challenge: null,
    organisationId: id,
    registerEntryId: null,
  }))
}
