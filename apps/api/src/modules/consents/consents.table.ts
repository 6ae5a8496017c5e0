import { PURPOSES, SUBJECT_KINDS } from '@howcanwe/shared/consents'
import { LANGUAGES } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, primaryId } from '../../db/columns.ts'

/**
 * The ledger (PE5): who agreed to what, in which words, when, and when they took it back. A trigger lets a row be
 * written, withdrawn once, and nothing else; both moments are the database's.
 */
export const consents = pgTable(
  'consents',
  {
    id: primaryId(),
    /** Null for what belongs to no place, such as somebody's own number. */
    placeId: uuid('place_id'),
    subjectKind: text('subject_kind', { enum: SUBJECT_KINDS }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** The group or organisation it was given for. */
    aboutId: uuid('about_id'),
    purpose: text('purpose', { enum: PURPOSES }).notNull(),
    wording: text('wording').notNull(),
    wordingVersion: text('wording_version').notNull(),
    language: text('language', { enum: LANGUAGES }).notNull(),
    /** By the person themselves, or by whoever acts for them. */
    how: text('how', { enum: ['form', 'supporter'] })
      .notNull()
      .default('form'),
    givenAt: instant('given_at').notNull().default(sql`clock_timestamp()`),
    withdrawnAt: instant('withdrawn_at'),
  },
  (t) => [
    uniqueIndex('consents_once')
      .on(t.subjectId, t.purpose, sql`coalesce(${t.aboutId}, ${t.subjectId})`, t.wordingVersion)
      .where(sql`withdrawn_at is null`),
    index('consents_of_subject').on(t.subjectId, t.id),
    check('consents_say_something', sql`length(wording) >= 20 and wording_version <> ''`),
  ],
)
