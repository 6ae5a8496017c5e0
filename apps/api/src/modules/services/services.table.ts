import { SERVICE_STATES } from '@howcanwe/shared/services'
import { sql } from 'drizzle-orm'
import { date, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, primaryId } from '../../db/columns.ts'

const list = (name: string) => text(name).array().notNull().default(sql`'{}'::text[]`)

/**
 * What organisations offer, as directories publish it (Open Referral UK). National reference data, belongs to no
 * place. People named as contacts, their numbers and their addresses are never stored; the email and the telephone
 * are those of the service itself.
 */
export const services = pgTable(
  'services',
  {
    id: primaryId(),
    /** The directory's own id of the service. */
    sourceId: uuid('source_id').notNull(),
    sourceFile: text('source_file').notNull(),
    licence: text('licence'),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    url: text('url'),
    email: text('email'),
    phone: text('phone'),
    status: text('status', { enum: SERVICE_STATES }).notNull(),
    minimumAge: integer('minimum_age'),
    maximumAge: integer('maximum_age'),
    /** Where it is offered, as the directory writes it. */
    areas: list('areas'),
    /** Names of the directory's own terms. */
    terms: list('terms'),
    organisationSourceId: uuid('organisation_source_id'),
    organisationName: text('organisation_name').notNull(),
    /** Folded, for comparing: no case, accents or punctuation. */
    organisationNameFolded: text('organisation_name_folded').notNull(),
    /** Normalised org-ids. */
    orgIds: list('org_ids'),
    /** Of the places where it is offered. */
    postcodes: list('postcodes'),
    changedOn: date('changed_on'),
    doubts: list('doubts'),
    importedAt: instant('imported_at').notNull().defaultNow(),
  },
  (t) => [
    unique('services_source').on(t.sourceId),
    index('services_of_number').using('gin', t.orgIds),
    index('services_of_name').on(t.organisationNameFolded),
  ],
)
