import { type Draft, INNOVATION, PREVENTION, ROUTES, STATES } from '@howcanwe/shared/challenges'
import { THEMES } from '@howcanwe/shared/places'
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
import { born, changed, instant, placeRef, primaryId, tsvector, version } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { inArea, places } from '../places/places.table.ts'

export const challenges = pgTable(
  'challenges',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    /** Given when it opens; unique over the installation. */
    slug: text('slug').unique(),
    state: text('state', { enum: STATES }).notNull().default('draft'),
    commissionerId: uuid('commissioner_id')
      .notNull()
      .references(() => people.id),
    /** The public body that asks. */
    organisationId: uuid('organisation_id').notNull(),
    question: text('question').notNull().default(''),
    summary: text('summary').notNull().default(''),
    themes: text('themes', { enum: THEMES }).array().notNull().default(sql`'{}'`),
    whyNow: text('why_now').notNull().default(''),
    whoIsAffected: text('who_is_affected').notNull().default(''),
    leastServed: text('least_served').notNull().default(''),
    outcome: text('outcome').notNull().default(''),
    outcomeBy: text('outcome_by').notNull().default(''),
    organisationBenefit: text('organisation_benefit').notNull().default(''),
    prevention: text('prevention', { enum: PREVENTION }),
    innovation: text('innovation', { enum: INNOVATION }),
    inventReason: text('invent_reason').notNull().default(''),
    lookedWhere: text('looked_where').notNull().default(''),
    tried: jsonb('tried').$type<Draft['tried']>().notNull().default([]),
    notAtRisk: text('not_at_risk').notNull().default(''),
    constraints: jsonb('constraints').$type<Draft['constraints']>().notNull().default([]),
    participationPence: integer('participation_pence').notNull().default(0),
    backfillPence: integer('backfill_pence').notNull().default(0),
    testsPence: integer('tests_pence').notNull().default(0),
    accessPence: integer('access_pence').notNull().default(0),
    officerHours: integer('officer_hours'),
    otherOffer: text('other_offer').notNull().default(''),
    payHourlyPence: integer('pay_hourly_pence'),
    payWhen: text('pay_when').notNull().default(''),
    route: text('route', { enum: ROUTES }).notNull().default('not-known'),
    eligibility: jsonb('eligibility').$type<string[]>().notNull().default([]),
    hoursPerMonth: integer('hours_per_month'),
    cohortSize: integer('cohort_size').notNull().default(5),
    expectedInterests: integer('expected_interests'),
    askCostReason: text('ask_cost_reason').notNull().default(''),
    findingAnswers: jsonb('finding_answers').$type<Draft['findingAnswers']>().notNull().default([]),
    /** When the squeeze-out check last let it through. */
    checkedAt: instant('checked_at'),
    readFrom: instant('read_from'),
    readUntil: instant('read_until'),
    shortenedReason: text('shortened_reason'),
    shortenedBy: uuid('shortened_by').references(() => people.id),
    questionsUntil: instant('questions_until'),
    pausedAt: instant('paused_at'),
    pausedReason: text('paused_reason'),
    pausedUntil: text('paused_until'),
    /** Counted by the guard: how often it stood still since it opened, and for how long. */
    pausesCount: integer('pauses_count').notNull().default(0),
    pausedSeconds: integer('paused_seconds').notNull().default(0),
    closesAt: instant('closes_at'),
    resultsBy: text('results_by'),
    startsOn: text('starts_on'),
    endsOn: text('ends_on'),
    openedAt: instant('opened_at'),
    decidedAt: instant('decided_at'),
    withdrawnReason: text('withdrawn_reason'),
    /** How many co-design groups there are; `noteGroup` counts, so that lists need not look to the right. */
    groupsCount: integer('groups_count').notNull().default(0),
    createdAt: born(),
    updatedAt: changed(),
    version: version(),
    /** Kept by a trigger in English and plain words; accents folded. */
    search: tsvector('search'),
  },
  (t) => [
    unique('challenges_tenant').on(t.placeId, t.id),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    check('challenges_cohort_size', sql`cohort_size between 4 and 6`),
    check(
      'challenges_open_is_whole',
      sql`state in ('draft', 'read-through', 'withdrawn') or (slug is not null and opened_at is not null and closes_at is not null)`,
    ),
    index('challenges_open_list').on(t.placeId, t.closesAt, t.id).where(sql`state <> 'draft'`),
    index('challenges_of_commissioner').on(t.commissionerId, t.placeId),
    index('challenges_due').on(t.closesAt).where(sql`state = 'open'`),
    index('challenges_themes').using('gin', t.themes),
    index('challenges_search').using('gin', t.search),
    index('challenges_question_like').using('gin', sql`${t.question} gin_trgm_ops`),
    /** Near spellings of a searched word, accents folded as in `search`. */
    index('challenges_near').using(
      'gin',
      sql`fold(${t.question} || ' ' || ${t.summary}) gin_trgm_ops`,
    ),
  ],
)

export const challengeAreas = pgTable(
  'challenge_areas',
  {
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    areaId: uuid('area_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.challengeId, t.areaId] }),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }).onDelete('cascade'),
    inArea(t),
    index('challenge_areas_by_area').on(t.areaId, t.challengeId),
  ],
)

/** Plain criteria; frozen by a trigger once the challenge has opened (TR3 [G]). */
export const challengeCriteria = pgTable(
  'challenge_criteria',
  {
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    position: integer('position').notNull(),
    name: text('name').notNull(),
    goodLooksLike: text('good_looks_like').notNull(),
    weight: integer('weight').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.challengeId, t.position] }),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }).onDelete('cascade'),
    check('criteria_weight', sql`weight between 0 and 100`),
  ],
)
