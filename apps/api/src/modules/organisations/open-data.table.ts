import { sql } from 'drizzle-orm'
import { check, foreignKey, pgTable, unique, uuid } from 'drizzle-orm/pg-core'
import { born, placeRef, primaryId } from '../../db/columns.ts'
import { grants } from '../grants/grants.table.ts'
import { people } from '../identity/identity.table.ts'
import { services } from '../services/services.table.ts'
import { organisations } from './organisations.table.ts'

/** "This is not us": what open data says of an organisation and its own people took off its page. One of the two. */
export const notOurs = pgTable(
  'open_data_not_ours',
  {
    id: primaryId(),
    placeId: placeRef(),
    organisationId: uuid('organisation_id').notNull(),
    serviceId: uuid('service_id').references(() => services.id, { onDelete: 'cascade' }),
    grantId: uuid('grant_id').references(() => grants.id, { onDelete: 'cascade' }),
    saidBy: uuid('said_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }).onDelete('cascade'),
    unique('open_data_not_ours_service').on(t.organisationId, t.serviceId),
    unique('open_data_not_ours_grant').on(t.organisationId, t.grantId),
    check('open_data_not_ours_one', sql`num_nonnulls(service_id, grant_id) = 1`),
  ],
)
