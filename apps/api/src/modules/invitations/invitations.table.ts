import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
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
