import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { born, instant, primaryId } from '../../db/columns.ts'

/** Letters on their way, written in the transaction of their cause and sent by the worker. */
export const outbox = pgTable(
  'outbox',
  {
    id: primaryId(),
    placeId: uuid('place_id'),
    /** An address, or a number in E.164; emptied when it is forgotten. */
    recipient: text('recipient').notNull(),
    channel: text('channel', { enum: ['email', 'sms'] })
      .notNull()
      .default('email'),
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
    /** For counting the texts of a day. */
    index('outbox_texts').on(t.createdAt).where(sql`channel = 'sms'`),
    check(
      'outbox_channel',
      sql`recipient = '' or (channel = 'sms') = (recipient ~ '^[+][1-9][0-9]{7,14}$')`,
    ),
  ],
)
