import { QUEUE_MINUTES, type QueueItem } from '@howcanwe/shared/cases'
import type { Database } from '../../db/database.ts'
import { type Actor, holds } from '../../http/actor.ts'
import { stretchedHere } from '../organisations/index.ts'

/**
 * Organisations that promised over 80 % of the hours they can spare (OR3, T7), for brokers of the whole place: somebody to
 * ring before asking them again. It stops nothing.
 */
export async function hoursWaiting(
  db: Database,
  ask: { actor: Actor; placeId: string },
): Promise<QueueItem[]> {
  if (!holds(ask.actor, 'broker', ask.placeId)) return []
  const { over } = await stretchedHere(db, ask)
  return over.map(({ id, name, spare, committed }) => ({
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
