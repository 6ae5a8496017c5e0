import type { DraftDecision } from '@howcanwe/shared/cohorts'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, jsonb, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { changed, instant, placeRef } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { interests } from '../interests/interests.table.ts'

/** What the one who asked has written so far; gone once everyone was told. */
export const decisionDrafts = pgTable(
  'decision_drafts',
  {
    challengeId: uuid('challenge_id').primaryKey(),
    placeId: placeRef(),
    /** By the interest's id, so that one answer is saved without the others. */
    decisions: jsonb('decisions').$type<Record<string, DraftDecision>>().notNull().default({}),
    statement: text('statement').notNull().default(''),
    reservedPlacesReason: text('reserved_places_reason').notNull().default(''),
    savedBy: uuid('saved_by')
      .notNull()
      .references(() => people.id),
    savedAt: changed(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
  ],
)

/** By when everybody who answered hears (FR-10); wound when the challenge has closed, never moved. */
export const answerClocks = pgTable(
  'answer_clocks',
  {
    challengeId: uuid('challenge_id').primaryKey(),
    placeId: placeRef(),
    /** Ten working days after closing, or the day that was promised, whichever comes first. */
    dueAt: instant('due_at').notNull(),
    /** Ten working days after closing, for M7. */
    tenDaysAt: instant('ten_days_at').notNull(),
    /** When the one who asked is reminded: three working days before, and on the day. */
    soonAt: instant('soon_at').notNull(),
    dayAt: instant('day_at').notNull(),
    soonTold: instant('soon_told'),
    dayTold: instant('day_told'),
    /** When the broker was told that answers are late. */
    lateTold: instant('late_told'),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    check(
      'answer_clocks_order',
      sql`soon_at <= day_at and day_at <= due_at and due_at <= ten_days_at`,
    ),
    index('answer_clocks_running').on(t.dueAt).where(sql`late_told is null`),
  ],
)

/** How useful an organisation found its answer (M8). Read only in numbers of five and more. */
export const feedbackRatings = pgTable(
  'feedback_ratings',
  {
    interestId: uuid('interest_id').primaryKey(),
    placeId: placeRef(),
    rating: smallint('rating').notNull(),
    ratedBy: uuid('rated_by')
      .notNull()
      .references(() => people.id),
    ratedAt: instant('rated_at').notNull().defaultNow(),
    /** Thirty days after it was first given. */
    changeableUntil: instant('changeable_until').notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.interestId],
      foreignColumns: [interests.placeId, interests.id],
    }),
    check('feedback_ratings_one_to_five', sql`rating between 1 and 5`),
  ],
)

/** The one question an organisation may ask back, answered within five working days (§2.7). */
export const questionsBack = pgTable(
  'questions_back',
  {
    interestId: uuid('interest_id').primaryKey(),
    placeId: placeRef(),
    question: text('question').notNull(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => people.id),
    askedAt: instant('asked_at').notNull(),
    dueAt: instant('due_at').notNull(),
    /** When the one who asked the challenge is reminded: on the day it is due. */
    dayAt: instant('day_at').notNull(),
    answer: text('answer'),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: instant('answered_at'),
    dayTold: instant('day_told'),
    lateTold: instant('late_told'),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.interestId],
      foreignColumns: [interests.placeId, interests.id],
    }),
    check('questions_back_answered', sql`(answer is null) = (answered_at is null)`),
    check('questions_back_order', sql`asked_at < due_at and day_at <= due_at`),
    index('questions_back_waiting').on(t.dayAt).where(sql`answered_at is null`),
  ],
)
