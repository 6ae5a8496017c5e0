import type { QueueItem } from '@howcanwe/shared/cases'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { databaseNow, forBroker, type Whole } from '../introductions.queries.ts'

/** A usual follow-up or a draft to send, in minutes. */
const MINUTES = 10

/** A draft that nobody was asked about, or one whose two weeks are over. */
function waits({ introduction: i }: Whole, now: Date): boolean {
  if (i.state === 'drafted') return true
  const isTogether = i.state === 'both-yes' || i.state === 'met'
  return isTogether && i.askWhatCameAt !== null && i.askWhatCameAt <= now
}

/** What waits for a broker among introductions: names of the two, never what either said. */
export async function introductionsWaiting(
  db: Database,
  { actor, placeId }: { actor: Actor; placeId: string },
): Promise<QueueItem[]> {
  const [all, now] = await Promise.all([forBroker(db, placeId, actor.personId), databaseNow(db)])
  return all
    .filter((one) => waits(one, now))
    .map(({ introduction: i, challenge, parties }) => ({
      kind: 'introduction',
      title: parties.map((p) => p.organisation.name).join(' · '),
      count: 1,
      note: '',
      since: i.bothYesAt ?? i.createdAt,
      dueAt: i.askWhatCameAt,
      late: i.askWhatCameAt !== null && i.askWhatCameAt <= now,
      minutes: MINUTES,
      caseId: null,
      challenge: challenge && { id: challenge.id, slug: challenge.slug },
      organisationId: null,
      registerEntryId: null,
    }))
}
