import { CLOSED_AS, QUESTION_STATES, TURN_NUMBERS, TURNS_A_DAY } from '@howcanwe/shared/questions'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { bytea, instant, placeRef } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'

/**
 * A question without a name (FR-11). Nothing here says who asked: no person, organisation or address, and no hour
 * either, because an hour can be laid beside a telephone call. Hence an id drawn by lot, where all others sort by
 * birth, and clocks that are the same for everything asked on one day.
 */
export const questions = pgTable(
  'questions',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    words: text('words').notNull(),
    state: text('state', { enum: QUESTION_STATES }).notNull().default('asked'),
    /** A whole day in the place's zone. */
    askedOn: text('asked_on').notNull(),
    /** The morning on which whoever asks the challenge hears of it. */
    tellAt: instant('tell_at').notNull(),
    /** The morning of the day it is due. */
    remindAt: instant('remind_at').notNull(),
    /** The end of the day it is due; from then on it is late. */
    dueAt: instant('due_at').notNull(),
    toldAt: instant('told_at'),
    remindedAt: instant('reminded_at'),
    lateToldAt: instant('late_told_at'),
    /** The answer, or the reason there is none. */
    reply: text('reply'),
    mergedInto: uuid('merged_into'),
    closedBy: uuid('closed_by').references(() => people.id),
    closedAs: text('closed_as', { enum: CLOSED_AS }),
    closedAt: instant('closed_at'),
  },
  (t) => [
    unique('questions_tenant').on(t.placeId, t.id),
    unique('questions_of_challenge').on(t.challengeId, t.id),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    foreignKey({
      name: 'questions_merged_within_challenge',
      columns: [t.challengeId, t.mergedInto],
      foreignColumns: [t.challengeId, t.id],
    }),
    /** One press or two, it is one question. */
    uniqueIndex('questions_asked_once')
      .on(t.challengeId, sql`md5(words)`)
      .where(sql`state = 'asked'`),
    index('questions_waiting').on(t.dueAt).where(sql`state = 'asked'`),
    check('questions_id_tells_no_time', sql`substr(id::text, 15, 1) = '4'`),
    check('questions_asked_on_a_day', sql`asked_on ~ '^\\d{4}-\\d{2}-\\d{2}$'`),
    check(
      'questions_words',
      sql`length(words) between 10 and 500 or (state = 'declined' and words = '')`,
    ),
    check(
      'questions_closed_whole',
      sql`(state = 'asked') = (closed_at is null)
        and (closed_at is null) = (closed_by is null)
        and (closed_at is null) = (closed_as is null)
        and (state = 'merged') = (merged_into is not null)
        and (state in ('answered', 'declined')) = (reply is not null)
        and (state <> 'declined' or length(reply) >= 20)`,
    ),
  ],
)

/**
 * Who gets an email about every answer of a challenge. Without a time, and with no trail: somebody may press Follow
 * a moment after asking, and nothing may say so.
 */
export const challengeFollowers = pgTable(
  'challenge_followers',
  {
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id, { onDelete: 'cascade' }),
  },
  (t) => [
    primaryKey({ columns: [t.challengeId, t.personId] }),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    index('followers_of_person').on(t.personId),
  ],
)

/**
 * The key of a day, drawn by lot: with it and the application's own secret a network address becomes one of a thousand
 * numbers. Gone with the day, and with it the way from an address to its number. In no backup (unlogged).
 */
export const questionTurnKeys = pgTable(
  'question_turn_keys',
  {
    /** YYYY-MM-DD by the clock of Greenwich. */
    day: text('day').primaryKey(),
    key: bytea('key').notNull(),
  },
  () => [check('question_turn_keys_day', sql`day ~ '^\\d{4}-\\d{2}-\\d{2}$' and length(key) = 32`)],
)

/**
 * How often something was asked today about a challenge from behind one of a thousand numbers, so that nobody fills
 * the queue alone (T-20). Leads to no question, and no question leads here (FR-11). In no backup (unlogged).
 */
export const questionTurns = pgTable(
  'question_turns',
  {
    day: text('day')
      .notNull()
      .references(() => questionTurnKeys.day, { onDelete: 'cascade' }),
    challengeId: uuid('challenge_id').notNull(),
    /** Many addresses share each: see `turnOf`. */
    number: integer('number').notNull(),
    asked: smallint('asked').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.day, t.challengeId, t.number] }),
    check(
      'question_turns_few',
      sql`asked between 1 and ${sql.raw(String(TURNS_A_DAY))} and number between 0 and ${sql.raw(String(TURN_NUMBERS - 1))}`,
    ),
  ],
)
