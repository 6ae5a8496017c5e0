import {
  AVAILABILITY,
  type Capacity,
  INCOME_BANDS,
  KINDS,
  LIVED_EXPERIENCE,
  POSSIBLE_WITH,
  SECTORS,
  SKILLS,
} from '@howcanwe/shared/organisations'
import { THEMES } from '@howcanwe/shared/places'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, changed, instant, placeRef, primaryId, version } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { inArea, places } from '../places/places.table.ts'

export const organisations = pgTable(
  'organisations',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    name: text('name').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    sector: text('sector', { enum: SECTORS }).notNull(),
    incomeBand: text('income_band', { enum: INCOME_BANDS }).notNull(),
    state: text('state', { enum: ['listed', 'checked', 'paused', 'left'] })
      .notNull()
      .default('listed'),
    themes: text('themes', { enum: THEMES }).array().notNull(),
    website: text('website'),
    contactName: text('contact_name').notNull(),
    contactEmail: text('contact_email'),
    contactPhone: text('contact_phone'),
    /** The register entry it says it is; unique in a place, so that nobody claims twice. */
    registerEntryId: uuid('register_entry_id'),
    /** The larger body it is part of, as it said; null stands alone (OR6). */
    parentName: text('parent_name'),
    parentIncomeBand: text('parent_income_band', { enum: INCOME_BANDS }),
    ownAccountsAndBoard: boolean('own_accounts_and_board').notNull().default(false),
    declaredAt: instant('declared_at').notNull(),
    checkedAt: instant('checked_at'),
    /** "Pause until": the last day of it, since when, and when that day is over in the place (J-09). No reason. */
    pausedUntil: text('paused_until'),
    pausedAt: instant('paused_at'),
    pauseEndsAt: instant('pause_ends_at'),
    createdAt: born(),
    updatedAt: changed(),
    version: version(),
  },
  (t) => [
    unique('organisations_tenant').on(t.placeId, t.id),
    uniqueIndex('organisations_name_once')
      .on(t.placeId, sql`lower(${t.name})`)
      .where(sql`state <> 'left'`),
    uniqueIndex('organisations_entry_once')
      .on(t.placeId, t.registerEntryId)
      .where(sql`register_entry_id is not null and state <> 'left'`),
    /** A part of a name, or one that comes close, however it is written (PE3). */
    index('organisations_name_near').using('gin', sql`fold(lower(${t.name})) gin_trgm_ops`),
    /** §2.3 [G]: a branch carries the band of its parent unless it has its own accounts and board. */
    check(
      'organisations_branch_band',
      sql`parent_name is null or own_accounts_and_board or (parent_income_band is not null and income_band = parent_income_band)`,
    ),
    index('organisations_pause_due').on(t.pauseEndsAt).where(sql`state = 'paused'`),
    check('organisations_reachable', sql`contact_email is not null or contact_phone is not null`),
  ],
)

export const organisationIdentifiers = pgTable(
  'organisation_identifiers',
  {
    organisationId: uuid('organisation_id')
      .notNull()
      .references(() => organisations.id, { onDelete: 'cascade' }),
    /** An org-id.guide list code and the number as the register writes it, kept apart. */
    scheme: text('scheme').notNull(),
    value: text('value').notNull(),
    verified: text('verified', { enum: ['none', 'pattern', 'register'] }).notNull(),
    /** As somebody typed it. */
    raw: text('raw').notNull(),
  },
  (t) => [primaryKey({ columns: [t.organisationId, t.scheme, t.value] })],
)

export const organisationAreas = pgTable(
  'organisation_areas',
  {
    placeId: placeRef(),
    organisationId: uuid('organisation_id').notNull(),
    areaId: uuid('area_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.areaId] }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }).onDelete('cascade'),
    inArea(t),
  ],
)

export const memberships = pgTable(
  'memberships',
  {
    placeId: placeRef(),
    organisationId: uuid('organisation_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    lead: boolean('lead').notNull(),
    createdAt: born(),
  },
  (t) => [
    primaryKey({ columns: [t.organisationId, t.personId] }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    index('memberships_of_person').on(t.personId),
  ],
)

/** What an organisation has and can spare (OR2). One row an organisation, empty until somebody says. */
export const capacityProfiles = pgTable(
  'capacity_profiles',
  {
    organisationId: uuid('organisation_id').primaryKey(),
    placeId: placeRef(),
    staffHoursPerMonth: integer('staff_hours_per_month'),
    volunteerHoursPerMonth: integer('volunteer_hours_per_month'),
    spareHoursPerMonth: integer('spare_hours_per_month'),
    notBefore: text('not_before'),
    availability: text('availability', { enum: AVAILABILITY }).array().notNull().default(sql`'{}'`),
    skills: text('skills', { enum: SKILLS }).array().notNull().default(sql`'{}'`),
    otherSkills: text('other_skills').notNull().default(''),
    premises: jsonb('premises').$type<Capacity['premises']>().notNull().default([]),
    reach: jsonb('reach').$type<Capacity['reach']>().notNull().default([]),
    livedExperience: text('lived_experience', { enum: LIVED_EXPERIENCE }),
    possibleWith: text('possible_with', { enum: POSSIBLE_WITH })
      .array()
      .notNull()
      .default(sql`'{}'`),
    confirmedAt: instant('confirmed_at'),
    /** When to ask whether it is still so; null when nobody is to be asked any more (J-08). */
    nudgeDueAt: instant('nudge_due_at'),
    /** Asked since somebody last said it. */
    nudges: integer('nudges').notNull().default(0),
    version: version(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }).onDelete('cascade'),
    index('capacity_nudge_due').on(t.nudgeDueAt),
  ],
)
