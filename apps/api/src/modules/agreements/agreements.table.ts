import { AGREEMENT_SOURCES, AGREEMENT_STATES } from '@howcanwe/shared/agreements'
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
  uuid,
} from 'drizzle-orm/pg-core'
import { born, changed, instant, placeRef, primaryId } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'

const words = (name: string) => text(name).notNull().default('')

/** One page on which organisations work together (BR5, §2.9). Only its parties read it. */
export const agreements = pgTable(
  'agreements',
  {
    id: primaryId(),
    placeId: placeRef(),
    state: text('state', { enum: AGREEMENT_STATES }).notNull().default('drafting'),
    source: text('source', { enum: AGREEMENT_SOURCES }).notNull(),
    sourceId: uuid('source_id'),
    title: text('title').notNull(),
    purpose: words('purpose'),
    whoDoesWhat: words('who_does_what'),
    decisions: words('decisions'),
    dataAndStories: words('data_and_stories'),
    credit: words('credit'),
    ideas: words('ideas'),
    ifWrong: words('if_wrong'),
    howToLeave: words('how_to_leave'),
    /** Days within which money is paid: 30 at most [G]. */
    payDays: integer('pay_days').notNull().default(14),
    /** Counted up by the database with every change of words, parties or shares. */
    version: integer('version').notNull().default(1),
    liveSince: instant('live_since'),
    /** Three months after it was last confirmed or kept; null while it is drafted and once it has ended. */
    reviewDueAt: instant('review_due_at'),
    reviewTold: instant('review_told'),
    begunBy: uuid('begun_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
    updatedAt: changed(),
  },
  (t) => [
    unique('agreements_tenant').on(t.placeId, t.id),
    check('agreements_paid_in_time', sql`pay_days between 1 and 30`),
    check('agreements_review', sql`(state = 'live') = (review_due_at is not null)`),
    index('agreements_review_due').on(t.reviewDueAt),
  ],
)

export const agreementParties = pgTable(
  'agreement_parties',
  {
    placeId: placeRef(),
    agreementId: uuid('agreement_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    /** What it wants of this, in its own words. */
    interests: words('interests'),
    role: words('role'),
    hoursPerMonth: integer('hours_per_month').notNull().default(0),
    pence: integer('pence').notNull().default(0),
    advance: boolean('advance').notNull().default(false),
    confirmedVersion: integer('confirmed_version'),
    confirmedBy: uuid('confirmed_by').references(() => people.id),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [
    primaryKey({ columns: [t.agreementId, t.organisationId] }),
    foreignKey({
      columns: [t.placeId, t.agreementId],
      foreignColumns: [agreements.placeId, agreements.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    check('agreement_parties_share', sql`hours_per_month between 0 and 300 and pence >= 0`),
    index('agreement_parties_of').on(t.organisationId),
  ],
)

/** What all parties confirmed, word for word, each time they did. Written once. */
export const agreementVersions = pgTable(
  'agreement_versions',
  {
    placeId: placeRef(),
    agreementId: uuid('agreement_id').notNull(),
    version: integer('version').notNull(),
    content: jsonb('content').$type<Record<string, unknown>>().notNull(),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.agreementId, t.version] }),
    foreignKey({
      columns: [t.placeId, t.agreementId],
      foreignColumns: [agreements.placeId, agreements.id],
    }),
  ],
)
