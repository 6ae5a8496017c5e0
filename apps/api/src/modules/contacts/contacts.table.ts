import { THEMES } from '@howcanwe/shared/places'
import { sql } from 'drizzle-orm'
import {
  check,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, bytea, changed, instant, placeRef, primaryId, version } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { places } from '../places/places.table.ts'

/**
 * The address book of a place's brokers: whom one rings at an organisation. Only brokers of the place read it; gone 24
 * months after it was last used.
 */
export const contacts = pgTable(
  'contacts',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    organisationName: text('organisation_name').notNull(),
    contactName: text('contact_name').notNull().default(''),
    email: text('email'),
    /** E.164, so that a number written two ways is one. */
    phone: text('phone'),
    themes: text('themes', { enum: THEMES }).array().notNull().default(sql`'{}'`),
    /** As somebody wrote it. */
    areas: text('areas').notNull().default(''),
    notes: text('notes').notNull().default(''),
    /** Where we have it from, in the words of whoever brought it in (UK GDPR art. 14 (2)(f)). */
    source: text('source').notNull(),
    /** When a broker said that they know it is kept; null until then. */
    toldAt: instant('told_at'),
    /** The latest moment to tell them: a month after it came in (UK GDPR art. 14 (3)(a)). */
    tellBy: instant('tell_by').notNull().default(sql`now() + interval '1 month'`),
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
    uniqueIndex('contacts_phone_once')
      .on(t.placeId, t.phone, sql`lower(${t.organisationName})`, sql`lower(${t.contactName})`)
      .where(sql`email is null`),
    index('contacts_of_place').on(t.placeId, t.organisationName),
    index('contacts_last_used').on(t.lastUsedAt),
    check('contacts_reachable', sql`email is not null or phone is not null`),
  ],
)

/**
 * Addresses and numbers of people who asked not to be in the book, unreadable: so that the next list somebody brings in
 * does not put them back (UK GDPR art. 21). Kept as long as the place.
 */
export const contactsKeptOut = pgTable(
  'contacts_kept_out',
  {
    placeId: placeRef().references(() => places.id),
    /** Keyed hash of the address, or of the number. */
    keyHash: bytea('key_hash').notNull(),
    createdAt: born(),
  },
  (t) => [primaryKey({ columns: [t.placeId, t.keyHash] })],
)
