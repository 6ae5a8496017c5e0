import { boolean, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytea, instant, placeRef } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'

/**
 * The last list made for a challenge, with its arithmetic, so that a page reads one row. It is fresh while nothing has
 * changed since: triggers count changes of its words, of its place's organisations and of who is in.
 */
export const challengeMatches = pgTable(
  'challenge_matches',
  {
    challengeId: uuid('challenge_id')
      .primaryKey()
      .references(() => challenges.id, { onDelete: 'cascade' }),
    placeId: placeRef(),
    /** Of what it rests on, counted by triggers. */
    changes: integer('changes').notNull().default(0),
    /** `changes` when the list was made; null before the first. */
    madeOf: integer('made_of'),
    /** Those already in were the answered, not the invited. */
    knowsAnswers: boolean('knows_answers').notNull().default(false),
    madeAt: instant('made_at'),
    /** Of what it rests on beyond `changes`: a list that would come out the same is not written again. */
    fingerprint: text('fingerprint'),
    /** Of its words, and of which words: taken apart once. */
    stems: text('stems'),
    /** JSON, gzipped: a seventh to write and to read. The database passes it on without reading it. */
    packed: bytea('packed'),
  },
  (t) => [
    index('challenge_matches_here').on(t.placeId),
    index('challenge_matches_oldest').on(t.madeAt),
  ],
)
