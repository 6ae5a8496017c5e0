import { KINDS, LINE_OUTCOMES, WAYS_PAID } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, placeRef, primaryId } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { payItems } from './payments.table.ts'

/** What a clerk approved in one go. Its sums are those of its lines: the database compares them at the end (HW218). */
export const payBatches = pgTable(
  'pay_batches',
  {
    id: primaryId(),
    placeId: placeRef(),
    number: integer('number').notNull(),
    madeBy: uuid('made_by')
      .notNull()
      .references(() => people.id),
    madeAt: instant('made_at').notNull().defaultNow(),
    lines: integer('lines').notNull(),
    involvementPence: integer('involvement_pence').notNull(),
    expensePence: integer('expense_pence').notNull(),
    currency: text('currency').notNull(),
  },
  (t) => [
    unique('pay_batches_tenant').on(t.placeId, t.id),
    unique('pay_batches_number').on(t.placeId, t.number),
  ],
)

/** One item in one batch. An item is in a second one only after the first did not arrive, or was put aside. */
export const payLines = pgTable(
  'pay_lines',
  {
    placeId: placeRef(),
    batchId: uuid('batch_id').notNull(),
    itemId: uuid('item_id').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    pence: integer('pence').notNull(),
    /** How it was to be paid when the file was made: null before. */
    way: text('way', { enum: [...WAYS_PAID, 'charity', 'voucher'] }),
    outcome: text('outcome', { enum: LINE_OUTCOMES }),
    outcomeAt: instant('outcome_at'),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.itemId] }),
    foreignKey({
      columns: [t.placeId, t.batchId],
      foreignColumns: [payBatches.placeId, payBatches.id],
    }),
    foreignKey({
      columns: [t.placeId, t.itemId],
      foreignColumns: [payItems.placeId, payItems.id],
    }),
    uniqueIndex('pay_lines_once').on(t.itemId).where(sql`outcome is null or outcome = 'paid'`),
    check('pay_lines_outcome', sql`(outcome is null) = (outcome_at is null) and pence > 0`),
  ],
)

/** Each time a batch left as a file: bank details were opened for it. */
export const payExports = pgTable(
  'pay_exports',
  {
    placeId: placeRef(),
    batchId: uuid('batch_id').notNull(),
    number: integer('number').notNull(),
    /** SHA-256 of the file, hex. */
    checksum: text('checksum').notNull(),
    reason: text('reason').notNull().default(''),
    exportedBy: uuid('exported_by')
      .notNull()
      .references(() => people.id),
    exportedAt: instant('exported_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.batchId, t.number] }),
    foreignKey({
      columns: [t.placeId, t.batchId],
      foreignColumns: [payBatches.placeId, payBatches.id],
    }),
    index('pay_exports_by').on(t.exportedBy),
    check('pay_exports_why', sql`number = 1 or number > 1 and btrim(reason) <> ''`),
    check('pay_exports_checksum', sql`checksum ~ '^[0-9a-f]{64}$'`),
  ],
)
