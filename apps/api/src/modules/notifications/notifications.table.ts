import { sql } from 'drizzle-orm'
import { index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { born, instant, primaryId } from '../../db/columns.ts'

/** Letters on their way, written in the transaction of their cause and sent by the worker. */
export const outbox = pgTable(
  'outbox',
  {
    id: primaryId(),
    placeId: uuid('place_id'),
    recipient: text('recipient').notNull(),
    subject: text('subject').notNull(),
    body: text('body').notNull(),
    /** `noun.template`, for counting and for tests. */
    template: text('template').notNull(),
    createdAt: born(),
    availableAt: instant('available_at').notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    sentAt: instant('sent_at'),
    /** Given up after three days; shown to the steward. */
    deadAt: instant('dead_at'),
    /** An error class, never an address. */
    lastError: text('last_error'),
  },
  (t) => [
    index('outbox_due').on(t.availableAt).where(sql`sent_at is null and dead_at is null`),
    index('outbox_by_recipient').on(t.recipient, t.id),
  ],
)
