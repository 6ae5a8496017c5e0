import { eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { readingComments } from './readings.table.ts'

const under100k = sql`${organisations.incomeBand} in ('none', 'micro', 'small')`

/** Who has read a challenge, and how many wait for an answer. Each person and each organisation counts once. */
export async function readSoFar(db: Database, challengeId: string) {
  const [row] = await db
    .select({
      residents: sql<number>`count(distinct ${readingComments.personId})
        filter (where ${readingComments.readsAs} = 'resident')`.mapWith(Number),
      smallOrganisations: sql<number>`count(distinct ${readingComments.organisationId})
        filter (where ${under100k})`.mapWith(Number),
      unanswered:
        sql<number>`count(*) filter (where ${readingComments.answeredAt} is null)`.mapWith(Number),
    })
    .from(readingComments)
    .leftJoin(organisations, eq(organisations.id, readingComments.organisationId))
    .where(eq(readingComments.challengeId, challengeId))
  return row ?? { residents: 0, smallOrganisations: 0, unanswered: 0 }
}
