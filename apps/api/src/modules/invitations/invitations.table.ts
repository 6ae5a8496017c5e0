import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { registerEntries } from '../register/register.table.ts'

export const invitations = pgTable(
  'invitations',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    organisationId: uuid('organisation_id'),
    registerEntryId: uuid('register_entry_id').references(() => registerEntries.id),
    /** Shown to the invited: why they, of all. */
    why: text('why').notNull(),
    channel: text('channel', { enum: ['mailed', 'by-hand'] }).notNull(),
    invitedBy: uuid('invited_by')
      .notNull()
      .references(() => people.id),
    invitedAt: instant('invited_at').notNull().defaultNow(),
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
      'invitations_one_candidate',
      sql`(organisation_id is null) <> (register_entry_id is null)`,
    ),
    uniqueIndex('invitations_organisation_once').on(t.challengeId, t.organisationId),
    uniqueIndex('invitations_entry_once').on(t.challengeId, t.registerEntryId),
    index('invitations_of_challenge').on(t.challengeId, t.id),
  ],
)

/**
 * Who might be invited to a challenge, counted before the last invitations went out (FR-05): how many organisations fit,
 * and how many of them have less than £100,000 a year. One row a challenge; whoever invites locks it.
 */
export const invitationBalances = pgTable(
  'invitation_balances',
  {
    challengeId: uuid('challenge_id').primaryKey(),
    placeId: placeRef(),
    eligibleAll: integer('eligible_all'),
    eligibleSmall: integer('eligible_small'),
    countedAt: instant('counted_at'),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    check(
      'invitation_balances_counts',
      sql`(eligible_all is null) = (eligible_small is null) and eligible_small between 0 and eligible_all`,
    ),
  ],
)
