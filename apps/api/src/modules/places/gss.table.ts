import { sql } from 'drizzle-orm'
import { boolean, index, pgTable, text } from 'drizzle-orm/pg-core'

export const GSS_KINDS = [
  'lad',
  'ward',
  'county',
  'combined-authority',
  'region',
  'country',
  'nations',
] as const
export type GssKind = (typeof GSS_KINDS)[number]

/**
 * Areas by their official code, with the ones that hold them. National reference data: belongs to no place.
 * Codes end and get successors, so a row is never deleted: `activeCode` leads on.
 */
export const gssAreas = pgTable(
  'gss_areas',
  {
    code: text('code').primaryKey(),
    name: text('name').notNull(),
    /** `nations`: more than one country together, such as England and Wales. */
    kind: text('kind', { enum: GSS_KINDS }).notNull(),
    /** Of a ward: its district (the one in force today). */
    ladCode: text('lad_code'),
    countyCode: text('county_code'),
    regionCode: text('region_code'),
    countryCode: text('country_code'),
    /** The code to use today; itself where nothing has changed. */
    activeCode: text('active_code').notNull(),
    current: boolean('current').notNull(),
    /** The file it came from. */
    source: text('source').notNull(),
    /** Year of the list, where the file says it. */
    vintage: text('vintage'),
  },
  (t) => [
    index('gss_areas_of_lad').on(t.ladCode),
    index('gss_areas_by_name').on(sql`lower(${t.name})`),
  ],
)

/** Where a postcode lies. Loaded by whoever needs it, mostly one council's own. */
export const postcodes = pgTable(
  'postcodes',
  {
    /** Upper case, one space before the last three. */
    postcode: text('postcode').primaryKey(),
    ladCode: text('lad_code').notNull(),
    wardCode: text('ward_code'),
    lsoaCode: text('lsoa_code'),
    /** No longer in use; still good for old records. */
    terminated: boolean('terminated').notNull().default(false),
    source: text('source').notNull(),
  },
  (t) => [index('postcodes_of_lad').on(t.ladCode)],
)
