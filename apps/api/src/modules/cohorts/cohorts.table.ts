import { foreignKey, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'

export const cohorts = pgTable(
  'cohorts',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull().unique('cohorts_one_each'),
    statement: text('statement').notNull(),
    reservedPlacesReason: text('reserved_places_reason'),
    formedBy: uuid('formed_by')
      .notNull()
      .references(() => people.id),
    formedAt: instant('formed_at').notNull().defaultNow(),
  },
  (t) => [
    unique('cohorts_tenant').on(t.placeId, t.id),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
  ],
)

export const cohortOrganisations = pgTable(
  'cohort_organisations',
  {
    placeId: placeRef(),
    cohortId: uuid('cohort_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.cohortId, t.organisationId] }),
    foreignKey({ columns: [t.placeId, t.cohortId], foreignColumns: [cohorts.placeId, cohorts.id] }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
  ],
)
