import { asc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { places } from './places.table.ts'
import { placePledges } from './pledges.table.ts'

/** What a place promised in public, in the order of its file; `due` by the database's clock, in the place's zone. */
export const pledgesOf = (db: Database, placeId: string) =>
  db
    .select({
      id: placePledges.id,
      framework: placePledges.framework,
      statement: placePledges.statement,
      owner: placePledges.owner,
      reviewOn: placePledges.reviewOn,
      due: sql<boolean>`${placePledges.reviewOn} < ((clock_timestamp() at time zone ${places.timeZone})::date)::text`,
    })
    .from(placePledges)
    .innerJoin(places, eq(places.id, placePledges.placeId))
    .where(eq(placePledges.placeId, placeId))
    .orderBy(asc(placePledges.position))
