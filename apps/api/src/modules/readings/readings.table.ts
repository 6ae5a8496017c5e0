import { READ_FIELDS, READS_AS } from '@howcanwe/shared/readings'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { born, instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'

/** What somebody says of a challenge before it opens, and the answer they get by name (J-04). */
export const readingComments = pgTable(
  'reading_comments',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    readsAs: text('reads_as', { enum: READS_AS }).notNull(),
    /** The organisation it was read for. */
    organisationId: uuid('organisation_id'),
    /** The part of the brief it is about, and the sentence in it that was marked; null for the whole. */
    field: text('field', { enum: READ_FIELDS }),
    quote: text('quote'),
    words: text('words').notNull(),
    /** From opening the page; over 20 minutes is work, and paid (J-04). */
    secondsTaken: integer('seconds_taken'),
    createdAt: born(),
    answerDueAt: instant('answer_due_at').notNull(),
    remindedAt: instant('reminded_at'),
    answer: text('answer'),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    check(
      'reading_comment_for_whom',
      sql`(reads_as = 'organisation') = (organisation_id is not null)`,
    ),
    check(
      'reading_answer_is_whole',
      sql`(answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)`,
    ),
    index('reading_comments_of_challenge').on(t.challengeId, t.createdAt),
    index('reading_comments_due').on(t.answerDueAt).where(sql`answered_at is null`),
  ],
)

/** Who was asked by us to read a challenge (J-04): a small group, or where no organisation stands the brokers, for residents. */
export const readingAsks = pgTable(
  'reading_asks',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    organisationId: uuid('organisation_id'),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => people.id),
    /** By the database's clock, whatever is written. */
    askedAt: instant('asked_at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    unique('reading_asks_once').on(t.challengeId, t.organisationId).nullsNotDistinct(),
    index('reading_asks_of_organisation').on(t.organisationId, t.askedAt),
  ],
)

/** When whoever asks hears that readers are missing; wound once for each read-through. */
export const readingClocks = pgTable(
  'reading_clocks',
  {
    challengeId: uuid('challenge_id').primaryKey(),
    placeId: placeRef(),
    fewDueAt: instant('few_due_at').notNull(),
    /** Also where nobody was missing. */
    fewSettledAt: instant('few_settled_at'),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    index('reading_clocks_due').on(t.fewDueAt).where(sql`few_settled_at is null`),
  ],
)
