import { FILE_KINDS, FILE_MOST_BYTES, SAID_TO_US } from '@howcanwe/shared/conversations'
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
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, bytea, instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groups } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'

/** RFC 5646, as far as we take it. */
const LANG = sql`lang ~ '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$'`

/** Something a group talks about (CO5). */
export const groupThreads = pgTable(
  'group_threads',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    title: text('title').notNull(),
    lang: text('lang').notNull(),
    /** Set by a line of the moderation log, never by itself (HW230). */
    closed: boolean('closed').notNull().default(false),
    lastAt: instant('last_at').notNull().defaultNow(),
    createdAt: born(),
  },
  (t) => [
    unique('threads_tenant').on(t.placeId, t.groupId, t.id),
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    check('threads_lang', LANG),
    check('threads_title', sql`char_length(title) between 1 and 120`),
    index('threads_of_group').on(t.groupId, t.lastAt, t.id),
  ],
)

/** What somebody wrote, in plain text. Of a member or of whoever runs the group, never of both. */
export const threadMessages = pgTable(
  'thread_messages',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    threadId: uuid('thread_id').notNull(),
    memberId: uuid('member_id'),
    authorId: uuid('author_id').references(() => people.id),
    words: text('words').notNull(),
    lang: text('lang').notNull(),
    /** Whether the bloc of its writer stands beside their name. */
    showBloc: boolean('show_bloc').notNull(),
    /** Drawn by the page: sent twice, it is there once. */
    key: uuid('key').notNull(),
    /** Who typed what a member said, and how they said it. */
    typedBy: uuid('typed_by').references(() => people.id),
    saidBy: text('said_by', { enum: SAID_TO_US }),
    takenBackAt: instant('taken_back_at'),
    /** Everything of its writer was erased. */
    emptiedAt: instant('emptied_at'),
    /** The line of the moderation log that hides it; set by that line alone (HW230). */
    hiddenAct: uuid('hidden_act'),
    createdAt: born(),
  },
  (t) => [
    unique('messages_tenant').on(t.placeId, t.groupId, t.id),
    uniqueIndex('messages_once').on(t.threadId, t.key),
    foreignKey({
      columns: [t.placeId, t.groupId, t.threadId],
      foreignColumns: [groupThreads.placeId, groupThreads.groupId, groupThreads.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    check('messages_one_writer', sql`num_nonnulls(member_id, author_id) = 1`),
    check('messages_lang', LANG),
    check(
      'messages_words',
      sql`case when taken_back_at is not null or emptied_at is not null then words = ''
        else char_length(words) between 1 and 4000 end`,
    ),
    check(
      'messages_typed',
      sql`(typed_by is null) = (said_by is null) and (typed_by is null or member_id is not null)`,
    ),
    index('messages_of_thread').on(t.threadId, t.id),
    index('messages_of_member').on(t.memberId).where(sql`member_id is not null`),
    index('messages_of_group').on(t.groupId, t.id),
  ],
)

/** The words before they were put better; a trigger keeps them, and drops them when they are taken back. */
export const messageVersions = pgTable(
  'message_versions',
  {
    messageId: uuid('message_id')
      .notNull()
      .references(() => threadMessages.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    words: text('words').notNull(),
    lang: text('lang').notNull(),
    until: instant('until').notNull(),
  },
  (t) => [primaryKey({ columns: [t.messageId, t.number] })],
)

/** A picture drawn anew, or a PDF as it came. In the database, so that backup and erasure are one. */
export const messageFiles = pgTable(
  'message_files',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    /** Null until the message is sent; a day later it goes. */
    messageId: uuid('message_id').references(() => threadMessages.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id'),
    authorId: uuid('author_id').references(() => people.id),
    kind: text('kind', { enum: FILE_KINDS }).notNull(),
    name: text('name').notNull(),
    alt: text('alt').notNull(),
    width: integer('width'),
    height: integer('height'),
    size: integer('size').notNull(),
    data: bytea('data').notNull(),
    createdAt: born(),
  },
  (t) => [
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    check('files_one_sender', sql`num_nonnulls(member_id, author_id) = 1`),
    check(
      'files_size',
      sql`size = octet_length(data) and size between 1 and ${sql.raw(String(FILE_MOST_BYTES))}`,
    ),
    check('files_alt', sql`char_length(alt) between 1 and 300`),
    check('files_name', sql`name ~ '^[A-Za-z0-9][A-Za-z0-9 _-]{0,79}\\.(webp|pdf)$'`),
    check(
      'files_image',
      sql`(kind = 'image') = (width is not null) and (width is null) = (height is null)`,
    ),
    index('files_of_message').on(t.messageId),
    index('files_loose').on(t.createdAt).where(sql`message_id is null`),
  ],
)

/** How a member hears of new messages; who is not in it has chosen nothing. */
export const threadHearing = pgTable('thread_hearing', {
  memberId: uuid('member_id')
    .primaryKey()
    .references(() => groupMembers.id, { onDelete: 'cascade' }),
  daily: boolean('daily').notNull(),
  /** Until when they have been told. */
  toldUntil: instant('told_until').notNull().defaultNow(),
})
