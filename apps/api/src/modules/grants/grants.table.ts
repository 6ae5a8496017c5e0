import { sql } from 'drizzle-orm'
import { bigint, boolean, date, index, pgTable, text, unique } from 'drizzle-orm/pg-core'
import { instant, primaryId } from '../../db/columns.ts'

/**
 * Who funded whom, as funders publish it (360Giving). National reference data, belongs to no place. Shown to the
 * organisation itself and its brokers; never an input of matching. Grants to people are never stored, nor is what a
 * grant's description says: people are named in it.
 */
export const grants = pgTable(
  'grants',
  {
    id: primaryId(),
    /** The publisher's own number of the grant, unique in the world by the standard. */
    rawId: text('raw_id').notNull(),
    sourceFile: text('source_file').notNull(),
    publisher: text('publisher'),
    licence: text('licence'),
    funderRawId: text('funder_raw_id').notNull(),
    funderName: text('funder_name').notNull(),
    recipientRawId: text('recipient_raw_id').notNull(),
    recipientName: text('recipient_name').notNull(),
    /** Normalised org-id; null where the recipient's number is none of a list we know. */
    recipientOrgId: text('recipient_org_id'),
    title: text('title').notNull(),
    programme: text('programme'),
    currency: text('currency').notNull(),
    /** Hundredths of the currency. */
    amountPence: bigint('amount_pence', { mode: 'number' }).notNull(),
    awardedOn: date('awarded_on').notNull(),
    /** Null: the funder does not say. */
    fromOpenCall: boolean('from_open_call'),
    /** Fields whose value could not be read and was left out, or was read against the standard. */
    doubts: text('doubts').array().notNull().default(sql`'{}'::text[]`),
    importedAt: instant('imported_at').notNull().defaultNow(),
  },
  (t) => [
    unique('grants_number').on(t.rawId),
    index('grants_of_recipient').on(t.recipientOrgId, t.awardedOn),
  ],
)
