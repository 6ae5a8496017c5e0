import { PLACE_KINDS, PLACE_STATES } from '@howcanwe/shared/places/page'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
} from 'drizzle-orm/pg-core'
import { born, placeRef, primaryId, version } from '../../db/columns.ts'

export const places = pgTable(
  'places',
  {
    id: primaryId(),
    slug: text('slug').notNull().unique(),
    name: text('name').notNull(),
    kind: text('kind', { enum: PLACE_KINDS }).notNull().default('other'),
    /** Begins as a draft; what `active` needs is kept by a trigger (PL1 [G]). */
    state: text('state', { enum: PLACE_STATES }).notNull().default('draft'),
    /** The host name this place answers to; null for the installation's first place. */
    host: text('host').unique(),
    timeZone: text('time_zone').notNull(),
    currency: text('currency').notNull(),
    languages: text('languages').array().notNull(),
    introduction: text('introduction').notNull(),
    contactName: text('contact_name').notNull(),
    contactRole: text('contact_role').notNull(),
    contactPhone: text('contact_phone'),
    contactEmail: text('contact_email'),
    contactHours: text('contact_hours'),
    /** Who hears complaints (PL1). */
    complaintsName: text('complaints_name'),
    complaintsPhone: text('complaints_phone'),
    complaintsEmail: text('complaints_email'),
    /** Participation pay: a dated setting with its source, never a constant. */
    payHourlyPence: integer('pay_hourly_pence'),
    paySource: text('pay_source'),
    payAsOf: text('pay_as_of'),
    /** What an hour of answering an ask and of reading answers costs (FR-01): dated, with its source. */
    applicantHourlyPence: integer('applicant_hourly_pence'),
    panelHourlyPence: integer('panel_hourly_pence'),
    costSource: text('cost_source'),
    costAsOf: text('cost_as_of'),
    /** Local authority districts it covers, GSS codes. */
    ladCodes: text('lad_codes').array().notNull(),
    /** Days of the week off, Monday 1 to Sunday 7; public holidays are in `place_holidays`. */
    weekend: integer('weekend').array().notNull().default([6, 7]),
    demo: boolean('demo').notNull().default(false),
    createdAt: born(),
    version: version(),
  },
  // Clocks walk from day to day until they meet a working one.
  () => [
    check(
      'places_working_day',
      sql`weekend <@ ARRAY[1, 2, 3, 4, 5, 6, 7] and cardinality(weekend) <= 6`,
    ),
  ],
)

export const placeAreas = pgTable(
  'place_areas',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    name: text('name').notNull(),
    gssCode: text('gss_code'),
    position: integer('position').notNull(),
  },
  (t) => [
    unique('place_areas_tenant').on(t.placeId, t.id),
    index('place_areas_in_order').on(t.placeId, t.position),
  ],
)

/** The composite key other tables point at, so that no row can reach into another place. */
export const inArea = (t: { placeId: AnyPgColumn; areaId: AnyPgColumn }) =>
  foreignKey({
    columns: [t.placeId, t.areaId],
    foreignColumns: [placeAreas.placeId, placeAreas.id],
  })
