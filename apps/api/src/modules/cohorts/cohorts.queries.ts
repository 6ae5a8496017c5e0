import type { Cohort } from '@howcanwe/shared/cohorts'
import { and, asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { interests } from '../interests/interests.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { cohortOrganisations, cohorts } from './cohorts.table.ts'

/** One row a settled challenge: who works on it, or nobody and why. */
export async function putCohort(
  db: Database,
  row: typeof cohorts.$inferInsert,
  organisationIds: readonly string[],
): Promise<string> {
  const [made] = await db.insert(cohorts).values(row).returning({ id: cohorts.id })
  if (!made) throw new Error('insert returned no row')
  if (organisationIds.length > 0)
    await db.insert(cohortOrganisations).values(
      organisationIds.map((organisationId) => ({
        placeId: row.placeId,
        cohortId: made.id,
        organisationId,
      })),
    )
  return made.id
}

export async function cohortOf(
  db: Database,
  challengeId: string,
): Promise<Omit<Cohort, 'interested' | 'answers'> | undefined> {
  const [row] = await db.select().from(cohorts).where(eq(cohorts.challengeId, challengeId))
  if (!row) return undefined
  const members = await db
    .select({
      id: organisations.id,
      name: organisations.name,
      sector: organisations.sector,
      parts: interests.jointParts,
    })
    .from(cohortOrganisations)
    .innerJoin(organisations, eq(organisations.id, cohortOrganisations.organisationId))
    .leftJoin(
      interests,
      and(
        eq(interests.challengeId, challengeId),
        eq(interests.organisationId, cohortOrganisations.organisationId),
      ),
    )
    .where(eq(cohortOrganisations.cohortId, row.id))
    .orderBy(asc(organisations.name))
  const { id, statement, reservedPlacesReason, formedAt } = row
  return {
    ...{ id, challengeId, statement, reservedPlacesReason, formedAt },
    organisations: members.map(({ parts, ...one }) => ({
      ...one,
      together: (parts ?? []).filter((p) => p.organisationId !== one.id).map((p) => p.name),
    })),
  }
}
