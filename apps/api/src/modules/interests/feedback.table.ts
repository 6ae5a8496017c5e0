import { NEXT_STEPS } from '@howcanwe/shared/cohorts'
import { sql } from 'drizzle-orm'
import { check, foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core'
import { placeRef } from '../../db/columns.ts'
import { challengeCriteria } from '../challenges/challenges.table.ts'
import { interests } from './interests.table.ts'

/** What was said to one organisation on one criterion of the challenge it answered (FR-10, M7). Written once. */
export const interestFeedback = pgTable(
  'interest_feedback',
  {
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    interestId: uuid('interest_id').notNull(),
    position: integer('position').notNull(),
    sentence: text('sentence').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.interestId, t.position] }),
    foreignKey({
      columns: [t.placeId, t.interestId],
      foreignColumns: [interests.placeId, interests.id],
    }),
    foreignKey({
      columns: [t.challengeId, t.position],
      foreignColumns: [challengeCriteria.challengeId, challengeCriteria.position],
    }),
    check('interest_feedback_sentence', sql`length(btrim(sentence)) >= 30`),
  ],
)

/** One thing an organisation can do next, given with its answer (EI5). Written once. */
export const interestNextSteps = pgTable(
  'interest_next_steps',
  {
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    interestId: uuid('interest_id').primaryKey(),
    kind: text('kind', { enum: NEXT_STEPS }).notNull(),
    note: text('note').notNull(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.interestId],
      foreignColumns: [interests.placeId, interests.id],
    }),
    check(
      'interest_next_steps_kind',
      sql`kind in ('keep-in-touch', 'meet-broker', 'join-group', 'another-challenge', 'practical-tip', 'start-with-team')`,
    ),
    check('interest_next_steps_note', sql`length(btrim(note)) >= 10`),
  ],
)
