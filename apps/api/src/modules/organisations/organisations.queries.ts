import { eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { memberships, organisations } from './organisations.table.ts'

/** Which organisations a person belongs to: read for every request. */
export const membershipsOf = (db: Database, personId: string) =>
  db
    .select({
      organisationId: memberships.organisationId,
      placeId: memberships.placeId,
      lead: memberships.lead,
    })
    .from(memberships)
    .where(eq(memberships.personId, personId))

/** The same with names, for the person's own page. */
export const organisationsOf = (db: Database, personId: string) =>
  db
    .select({
      id: organisations.id,
      placeId: organisations.placeId,
      name: organisations.name,
      lead: memberships.lead,
    })
    .from(memberships)
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(eq(memberships.personId, personId))
    .orderBy(organisations.name)
