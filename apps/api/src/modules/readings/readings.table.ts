import { READ_FIELDS, READS_AS } from '@howcanwe/shared/readings'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
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
