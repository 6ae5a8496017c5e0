import { sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'
import { hearingWishes, savedSearches } from '../modules/alerts/alerts.table.ts'
import { type Ids, idOf } from './demo.ids.ts'

/** Amina hears once a week of what fits her group and of what is about carers; Farid, a funder, follows the place. */
export async function loadAlerts(tx: Database, placeId: string, persons: Ids): Promise<void> {
  const amina = idOf(persons, 'amina')
  await tx.insert(hearingWishes).values({ personId: amina, what: 'new', how: 'weekly' })
  await tx.insert(savedSearches).values([
    { placeId, personId: amina, name: 'Carers', themes: ['carers'], how: 'weekly' },
    { placeId, personId: idOf(persons, 'farid'), name: 'Everything here', how: 'weekly' },
  ])
  await tx.execute(sql`
    insert into alerted_challenges (challenge_id) select id from challenges
    where place_id = ${placeId} and opened_at is not null on conflict do nothing`)
}
