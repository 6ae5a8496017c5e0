import { THEMES } from '@howcanwe/shared/places'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, changed, instant, placeRef, primaryId, version } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { places } from '../places/places.table.ts'
import { registerEntries } from '../register/register.table.ts'

/**
 * The address book of a place's brokers: whom one rings at an organisation. Only brokers of the place read it. Kept
 * because whoever is in it knows it; gone 24 months after it was last used.
 */
export const contacts = pgTable(
  'contacts',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    organisationName: text('organisation_name').notNull(),
    contactName: text('contact_name').notNull().default(''),
    email: text('email'),
    phone: text('phone'),
    themes: text('themes', { enum: THEMES }).array().notNull().default(sql`'{}'`),
    /** As somebody wrote it. */
    areas: text('areas').notNull().default(''),
    notes: text('notes').notNull().default(''),
    /** Where it came from: the name of a file, or that it was typed. */
    source: text('source').notNull(),
    /** The broker said that they know it is kept; nothing else is a reason to keep it. */
    basis: text('basis', { enum: ['they-know'] }).notNull(),
    organisationId: uuid('organisation_id'),
    registerEntryId: uuid('register_entry_id').references(() => registerEntries.id),
    addedBy: uuid('added_by')
      .notNull()
      .references(() => people.id),
    lastUsedAt: instant('last_used_at').notNull().defaultNow(),
    createdAt: born(),
    updatedAt: changed(),
    version: version(),
  },
  (t) => [
    unique('contacts_tenant').on(t.placeId, t.id),
    uniqueIndex('contacts_email_once').on(t.placeId, sql`lower(${t.email})`),
    index('contacts_of_place').on(t.placeId, t.organisationName),
    index('contacts_last_used').on(t.lastUsedAt),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    check('contacts_reachable', sql`email is not null or phone is not null`),
    check('contacts_basis', sql`basis = 'they-know'`),
  ],
)
