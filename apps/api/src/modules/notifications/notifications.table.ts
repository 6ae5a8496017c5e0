import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { born, instant, primaryId } from '../../db/columns.ts'
import { LETTER_KINDS } from './notifications.kinds.ts'

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
    /** What kind of letter it is: says whether it may be stopped, collected, or wait for the morning. */
    kind: text('kind', { enum: LETTER_KINDS }).notNull().default('duty'),
    /** Whom an optional letter is for, where the address is somebody's own; set by a trigger. */
    personId: uuid('person_id'),
    /** The organisation an optional letter is for. */
    organisationId: uuid('organisation_id'),
    /** What it asks about, where that may be over before it leaves: `still_asks` in the database knows by template. */
    aboutId: uuid('about_id'),
    /** Waits to be collected into one letter a day or a week; `available_at` is infinity until then. */
    digest: text('digest', { enum: ['daily', 'weekly'] }),
    createdAt: born(),
    availableAt: instant('available_at').notNull().defaultNow(),
    attempts: integer('attempts').notNull().default(0),
    sentAt: instant('sent_at'),
    /** Given up after three days; shown to the steward. */
    deadAt: instant('dead_at'),
    /** Where the letter itself leads, as we made it: nothing is ever read out of its body. Emptied with the body. */
    link: text('link'),
    /** An error class, never an address. */
    lastError: text('last_error'),
  },
  (t) => [
    index('outbox_due').on(t.availableAt).where(sql`sent_at is null and dead_at is null`),
    /** Codes and warnings, which go before everything else. */
    index('outbox_due_now')
      .on(t.availableAt)
      .where(sql`sent_at is null and dead_at is null and kind = 'now'`),
    index('outbox_by_recipient').on(t.recipient, t.id),
    /** What waits to be collected. */
    index('outbox_collected')
      .on(t.personId, t.placeId)
      .where(sql`digest is not null and sent_at is null`),
    /** For forgetting whom a letter was for. */
    index('outbox_of_person').on(t.personId).where(sql`person_id is not null`),
    /** For counting the texts of a day. */
    index('outbox_texts').on(t.createdAt).where(sql`channel = 'sms'`),
    check('outbox_kind', sql`kind in ('now', 'duty', 'waiting', 'mine', 'new', 'saved', 'digest')`),
    /** What is owed to somebody is never kept back. */
    check(
      'outbox_digest',
      sql`digest is null or (digest in ('daily', 'weekly') and kind in ('waiting', 'mine'))`,
    ),
    check(
      'outbox_channel',
      sql`recipient = '' or (channel = 'sms') = (recipient ~ '^[+][1-9][0-9]{7,14}$')`,
    ),
  ],
)
