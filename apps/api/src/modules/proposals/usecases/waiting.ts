import type { QueueItem } from '@howcanwe/shared/cases'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { brokersHere } from '../proposals.policy.ts'
import { DESK_MINUTES } from '../proposals.rules.ts'
import * as q from '../queries/proposals.queries.ts'

const ofAll = {
  ...{ count: 1, minutes: DESK_MINUTES, caseId: null, challenge: null },
  ...{ organisationId: null, registerEntryId: null },
}

/** What waits for a broker among questions from residents: to read, doubles to look at, late answers to see to. */
export async function proposalsWaiting(
  db: Database,
  { actor, placeId }: { actor: Actor; placeId: string },
): Promise<QueueItem[]> {
  if (!brokersHere(actor, placeId)) return []
  const now = await q.now(db)
  const items: QueueItem[] = []
  for (const row of await q.deskRows(db, placeId, true)) {
    const about = { ...ofAll, title: row.question, note: row.reference }
    if (row.state === 'to-read')
      items.push({
        ...{ ...about, kind: 'proposal-to-read', since: row.createdAt, dueAt: row.readBy },
        late: row.readBy <= now,
      })
    if (row.late)
      items.push({
        ...{
          ...about,
          kind: 'proposal-late',
          since: row.backedAt,
          dueAt: row.answerBy,
          late: true,
        },
      })
    if (row.state === 'gathering' || row.state === 'answering') {
      const [twin] = await q.nearTo(db, { ...row, except: row.id, hidden: false })
      if (twin && twin.id > row.id && (twin.state === 'gathering' || twin.state === 'answering'))
        items.push({
          ...{ ...about, kind: 'proposal-double', note: twin.question },
          ...{ since: row.publishedAt, dueAt: null, late: false },
        })
    }
  }
  return items
}
