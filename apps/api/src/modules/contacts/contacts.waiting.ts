import { QUEUE_MINUTES, type QueueItem } from '@howcanwe/shared/cases'
import type { Database } from '../../db/database.ts'
import type { Actor } from '../../http/actor.ts'
import { readsBook } from './contacts.policy.ts'
import { toTellSoon } from './contacts.queries.ts'

/**
 * Who has to be told that they are in the book, as one line from a week before the first of them is due (UK GDPR
 * art. 14 (3)(a)), for brokers of the whole place: by their organisations, the first three of them.
 */
export async function tellingsWaiting(
  db: Database,
  { actor, placeId }: { actor: Actor; placeId: string },
): Promise<QueueItem[]> {
  const soon = readsBook(actor, placeId) ? await toTellSoon(db, placeId) : undefined
  if (!soon) return []
  const { organisations, people, ...when } = soon
  const rest = organisations.length > 3 ? ' …' : ''
  return [
    {
      kind: 'untold',
      title: organisations.slice(0, 3).join(', ') + rest,
      count: people,
      note: '',
      ...when,
      minutes: QUEUE_MINUTES.untold * people,
      caseId: null,
      challenge: null,
      organisationId: null,
      registerEntryId: null,
    },
  ]
}
