import { THEMES } from '@howcanwe/shared/places'
import { EVIDENCE_MAX, PROTECTION_STATES, type ProtectionDraft } from '@howcanwe/shared/protections'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, changed, instant, placeRef, primaryId, version } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { inArea, places } from '../places/places.table.ts'

/** A decision to keep what works (CH3). Frozen by a trigger once it is out; notes and reviews stand beside it. */
export const protections = pgTable(
  'protections',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    /** Given when it is published; unique over the installation. */
    slug: text('slug').unique(),
    state: text('state', { enum: PROTECTION_STATES }).notNull().default('draft'),
    commissionerId: uuid('commissioner_id')
      .notNull()
      .references(() => people.id),
    /** The public body that decides. */
    organisationId: uuid('organisation_id').notNull(),
    title: text('title').notNull().default(''),
    themes: text('themes', { enum: THEMES }).array().notNull().default(sql`'{}'`),
    why: text('why').notNull().default(''),
    evidence: jsonb('evidence').$type<ProtectionDraft['evidence']>().notNull().default([]),
    atRisk: text('at_risk').notNull().default(''),
    strengthen: text('strengthen').notNull().default(''),
    /** A year. */
    moneyPence: integer('money_pence'),
    alternatives: text('alternatives').notNull().default(''),
    /** As decided at publishing; a whole day of the place. */
    reviewOn: text('review_on'),
    page: text('page').notNull().default(''),
    language: text('language', { enum: ['en', 'nl'] })
      .notNull()
      .default('en'),
    /** Seconds in front of the form, from its first screen to publishing (J-03). */
    secondsTaken: integer('seconds_taken').notNull().default(0),
    publishedAt: instant('published_at'),
    /** As of now: each review that keeps it moves it. */
    nextReviewOn: text('next_review_on'),
    /** When its commissioner is next reminded; null when no reminder is left. */
    remindAt: instant('remind_at'),
    createdAt: born(),
    updatedAt: changed(),
    version: version(),
  },
  (t) => [
    unique('protections_tenant').on(t.placeId, t.id),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    check(
      'protections_evidence',
      sql`jsonb_typeof(evidence) = 'array' and jsonb_array_length(evidence) <= ${sql.raw(String(EVIDENCE_MAX))}`,
    ),
    check(
      'protections_links',
      sql`not jsonb_path_exists(evidence, '$[*].link ? (@ != null && !(@ starts with "https://"))')`,
    ),
    check('protections_money', sql`money_pence >= 0 and seconds_taken >= 0`),
    index('protections_of_place').on(t.placeId, t.publishedAt).where(sql`state <> 'draft'`),
    index('protections_of_commissioner').on(t.commissionerId, t.placeId),
    index('protections_to_remind').on(t.remindAt).where(sql`remind_at is not null`),
  ],
)

export const protectionAreas = pgTable(
  'protection_areas',
  {
    placeId: placeRef(),
    protectionId: uuid('protection_id').notNull(),
    areaId: uuid('area_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.protectionId, t.areaId] }),
    foreignKey({
      columns: [t.placeId, t.protectionId],
      foreignColumns: [protections.placeId, protections.id],
    }).onDelete('cascade'),
    inArea(t),
  ],
)

/** A correction or an addition with its date; only grows. */
export const protectionNotes = pgTable(
  'protection_notes',
  {
    id: primaryId(),
    placeId: placeRef(),
    protectionId: uuid('protection_id').notNull(),
    text: text('text').notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.protectionId],
      foreignColumns: [protections.placeId, protections.id],
    }),
    index('protection_notes_in_order').on(t.protectionId, t.id),
  ],
)

/** It was looked at again: kept until another day, or ended. Only grows. */
export const protectionReviews = pgTable(
  'protection_reviews',
  {
    id: primaryId(),
    placeId: placeRef(),
    protectionId: uuid('protection_id').notNull(),
    outcome: text('outcome', { enum: ['kept', 'ended'] }).notNull(),
    said: text('said').notNull(),
    reviewOn: text('review_on'),
    reviewedBy: uuid('reviewed_by')
      .notNull()
      .references(() => people.id),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.protectionId],
      foreignColumns: [protections.placeId, protections.id],
    }),
    check(
      'protection_reviews_outcome',
      sql`(outcome = 'kept') = (review_on is not null) and outcome in ('kept', 'ended')`,
    ),
    check('protection_reviews_said', sql`length(said) >= 20`),
    index('protection_reviews_in_order').on(t.protectionId, t.id),
  ],
)
