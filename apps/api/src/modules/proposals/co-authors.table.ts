import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { proposals } from './proposals.table.ts'

/** Whoever put the question on the table stays co-author of the challenge it became. */
export const challengeCoAuthors = pgTable(
  'challenge_co_authors',
  {
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    proposalId: uuid('proposal_id').notNull(),
    /** The state of the challenge they were last written to about. */
    toldState: text('told_state').notNull().default('draft'),
    createdAt: born(),
  },
  (t) => [
    primaryKey({ columns: [t.challengeId, t.proposalId] }),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    foreignKey({
      columns: [t.placeId, t.proposalId],
      foreignColumns: [proposals.placeId, proposals.id],
    }),
    index('challenge_co_authors_of_proposal').on(t.proposalId),
  ],
)

/** What a co-author says about the draft, in their order; names follow the proposal's own, so that erasing reaches them. */
export const coAuthorComments = pgTable(
  'co_author_comments',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    proposalId: uuid('proposal_id').notNull(),
    number: integer('number').notNull(),
    text: text('text').notNull(),
    wording: text('wording'),
    createdAt: born(),
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by').references(() => people.id),
    answer: text('answer'),
    taken: boolean('taken'),
  },
  (t) => [
    unique('co_author_comments_in_order').on(t.challengeId, t.number),
    foreignKey({
      columns: [t.challengeId, t.proposalId],
      foreignColumns: [challengeCoAuthors.challengeId, challengeCoAuthors.proposalId],
    }),
    check(
      'co_author_comments_answered',
      sql`(answered_at is null) = (answered_by is null) and (answered_at is null) = (answer is null)
        and (answered_at is null) = (taken is null)`,
    ),
  ],
)
