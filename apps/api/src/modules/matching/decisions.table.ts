import { DECISIONS } from '@howcanwe/shared/matching'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, smallint, text, uuid } from 'drizzle-orm/pg-core'
import { instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { registerEntries } from '../register/register.table.ts'

/**
 * What a challenge weighs each part of a match by. A trigger writes it in the transaction that opens the challenge, and
 * nothing changes it afterwards (§4.5, TR3 [G]).
 */
export const challengeWeights = pgTable(
  'challenge_weights',
  {
    challengeId: uuid('challenge_id').primaryKey(),
    placeId: placeRef(),
    theme: smallint('theme').notNull(),
    reach: smallint('reach').notNull(),
    livedExperience: smallint('lived_experience').notNull(),
    complement: smallint('complement').notNull(),
    time: smallint('time').notNull(),
    sphere: smallint('sphere').notNull(),
    lockedAt: instant('locked_at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    check(
      'challenge_weights_sum',
      sql`least(theme, reach, lived_experience, complement, time, sphere) >= 0
        and theme + reach + lived_experience + complement + time + sphere = 100`,
    ),
  ],
)

/** What brokers said of suggestions. Rows are only added; the last one of a candidate stands. */
export const matchDecisions = pgTable(
  'match_decisions',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    organisationId: uuid('organisation_id'),
    registerEntryId: uuid('register_entry_id').references(() => registerEntries.id),
    decision: text('decision', { enum: DECISIONS }).notNull(),
    /** Why it was folded away; empty otherwise. */
    reason: text('reason').notNull().default(''),
    decidedBy: uuid('decided_by')
      .notNull()
      .references(() => people.id),
    /** By the database's clock. */
    decidedAt: instant('decided_at').notNull().defaultNow(),
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
      'match_decisions_one_candidate',
      sql`(organisation_id is null) <> (register_entry_id is null)`,
    ),
    check(
      'match_decisions_dismissed_says_why',
      sql`(decision = 'dismissed') = (btrim(reason) <> '')`,
    ),
    index('match_decisions_of_challenge').on(t.challengeId, t.id),
  ],
)
