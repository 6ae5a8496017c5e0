import { INCOME_BANDS, type Kind } from '@howcanwe/shared/organisations'
import { type SQL, sql } from 'drizzle-orm'
import { bigint, boolean, date, index, jsonb, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { instant, primaryId, tsvector } from '../../db/columns.ts'

/** Where an entry came from. A later one in this list is trusted more and is not overwritten by an earlier one. */
export const REGISTER_SOURCES = ['ukcat-sample', 'ccew'] as const
export type RegisterSource = (typeof REGISTER_SOURCES)[number]

const list = (name: string) => text(name).array().notNull().default(sql`'{}'::text[]`)

/**
 * The imported charity register: national reference data, belongs to no place.
 * Names of trustees, e-mail addresses, telephone numbers and address lines are never stored. A full postcode is
 * kept only for bodies that are incorporated or have an income of £100,000 or more; a small unincorporated group's
 * is often somebody's home, so of that only the district and the council remain.
 */
export const registerEntries = pgTable(
  'register_entries',
  {
    id: primaryId(),
    /** An org-id.guide list code and the number as that list writes it, kept apart. */
    scheme: text('scheme').notNull(),
    identifier: text('identifier').notNull(),
    orgId: text('org_id')
      .notNull()
      .generatedAlwaysAs((): SQL => sql`scheme || '-' || identifier`),
    source: text('source', { enum: REGISTER_SOURCES }).notNull(),
    /** The source's own key: the Charity Commission's organisation number. */
    sourceKey: text('source_key'),
    sourceExtractedOn: date('source_extracted_on'),
    licence: text('licence').notNull(),
    nameRaw: text('name_raw').notNull(),
    nameShown: text('name_shown').notNull(),
    otherNames: list('other_names'),
    status: text('status', { enum: ['registered', 'removed'] }).notNull(),
    registeredOn: date('registered_on'),
    removedOn: date('removed_on'),
    kind: text('kind').$type<Kind>().notNull(),
    /** Null where the source does not say. */
    unincorporated: boolean('unincorporated'),
    activities: text('activities'),
    objects: text('objects'),
    whatCodes: list('what_codes'),
    whoCodes: list('who_codes'),
    howCodes: list('how_codes'),
    /** Whole pounds of the latest year. For showing a band and for balance, never for a matching score. */
    incomePounds: bigint('income_pounds', { mode: 'number' }),
    spendingPounds: bigint('spending_pounds', { mode: 'number' }),
    finYearEnd: date('fin_year_end'),
    /** Null: not known, which is not the same as micro. */
    incomeBand: text('income_band', { enum: INCOME_BANDS }),
    companyNumber: text('company_number'),
    website: text('website'),
    postcodeRaw: text('postcode_raw'),
    postcodeDistrict: text('postcode_district'),
    postcodeValid: boolean('postcode_valid').notNull(),
    ladCode: text('lad_code'),
    /** How the district is known: by its postcode, or because it is the only one the charity says it works in. */
    ladBasis: text('lad_basis', { enum: ['postcode', 'area'] }),
    wardCode: text('ward_code'),
    /** GSS codes of where it works: districts, counties, regions, countries, in force today. */
    areas: list('areas'),
    /** Areas of operation without a GSS code, as written. */
    areasUnmapped: list('areas_unmapped'),
    /** Suggested, for the organisation to confirm. */
    themes: list('themes'),
    /** UK-CAT codes behind the themes. */
    themeTags: list('theme_tags'),
    themeBasis: text('theme_basis', {
      enum: ['human-tags', 'expressions', 'register-codes', 'none'],
    }).notNull(),
    /** Columns whose raw value could not be read and was left out. */
    doubts: list('doubts'),
    /** What the source said, where cleaning changed it or has no column for it. Nothing personal. */
    raw: jsonb('raw').$type<Record<string, string>>().notNull(),
    /** Says whether a later import brings anything new. */
    rowHash: text('row_hash').notNull(),
    /** All names, folded: no case, accents or punctuation. What a typo is forgiven against. */
    searchNames: text('search_names').notNull(),
    search: tsvector('search').generatedAlwaysAs(
      (): SQL =>
        sql`setweight(to_tsvector('simple', search_names), 'A') || setweight(to_tsvector('english', coalesce(activities, '')), 'B')`,
    ),
    importedAt: instant('imported_at').notNull().defaultNow(),
  },
  (t) => [
    unique('register_entries_number').on(t.scheme, t.identifier),
    index('register_entries_names_like').using('gin', sql`${t.searchNames} gin_trgm_ops`),
    index('register_entries_words').using('gin', t.search),
    index('register_entries_areas').using('gin', t.areas),
    index('register_entries_of_lad').on(t.ladCode),
    index('register_entries_company').on(t.companyNumber),
  ],
)
