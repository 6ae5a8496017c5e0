import { type AmendedField, LOG_KINDS } from '@howcanwe/shared/amendments'
import { sql } from 'drizzle-orm'
import { foreignKey, index, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'

/**
 * The change log of an open challenge (CH7). Append-only; a change of the challenge itself passes its guard only in the
 * transaction that writes the line about it, and only for the columns that line names (M14).
 */
export const amendments = pgTable(
  'amendments',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    kind: text('kind', { enum: LOG_KINDS }).notNull(),
    changes: jsonb('changes').$type<AmendedField[]>().notNull(),
    /** The database's names of what changes, `closes_at`. */
    columns: text('columns').array().notNull(),
    reason: text('reason').notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: instant('made_at').notNull().default(sql`clock_timestamp()`),
    /** The transaction it belongs to. */
    txid: text('txid').notNull().default(sql`pg_current_xact_id()::text`),
  },
  (t) => [
    unique('amendments_one_a_change').on(t.challengeId, t.txid),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    index('amendments_of_challenge').on(t.challengeId, t.madeAt),
  ],
)
