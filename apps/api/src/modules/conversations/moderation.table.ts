import { ACTS, HIDE_REASONS, REPORT_OUTCOMES } from '@howcanwe/shared/conversations'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { born, instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groups } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'
import { groupThreads, threadMessages } from './conversations.table.ts'

/**
 * The moderation log, and the only way anything is hidden, closed or handed out: each line does what it says, by a
 * trigger. Nobody changes or deletes a line; a message's words are never in it.
 */
export const moderationActs = pgTable(
  'moderation_acts',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    act: text('act', { enum: ACTS }).notNull(),
    messageId: uuid('message_id').references(() => threadMessages.id, { onDelete: 'cascade' }),
    threadId: uuid('thread_id').references(() => groupThreads.id, { onDelete: 'cascade' }),
    /** Whom it is about: who was named moderator. */
    aboutId: uuid('about_id'),
    /** Who did it: whoever runs the group, or a member. */
    authorId: uuid('author_id').references(() => people.id),
    memberId: uuid('member_id'),
    reason: text('reason', { enum: HIDE_REASONS }),
    sentence: text('sentence').notNull(),
    createdAt: born(),
  },
  (t) => [
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    foreignKey({
      columns: [t.placeId, t.aboutId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    check('acts_one_doer', sql`num_nonnulls(member_id, author_id) = 1`),
    check(
      'acts_say_why',
      sql`char_length(btrim(sentence)) >= 10 and (act = 'hidden') = (reason is not null)`,
    ),
    check(
      'acts_about',
      sql`case when act like 'thread-%' then thread_id is not null and message_id is null and about_id is null
        when act like 'moderator-%' then about_id is not null and message_id is null and thread_id is null
        else message_id is not null and thread_id is null and about_id is null end`,
    ),
    /** One may ask back once. */
    uniqueIndex('acts_asked_back_once').on(t.messageId).where(sql`act = 'asked-back'`),
    index('acts_of_group').on(t.groupId, t.id),
    index('acts_of_message').on(t.messageId, t.id),
  ],
)

/** Whom a group named; kept by the moderation log. */
export const groupModerators = pgTable('group_moderators', {
  memberId: uuid('member_id')
    .primaryKey()
    .references(() => groupMembers.id, { onDelete: 'cascade' }),
  groupId: uuid('group_id').notNull(),
  act: uuid('act').notNull(),
})

/** That a text is against the group's rules. For whoever runs the group and its moderators. */
export const contentReports = pgTable(
  'content_reports',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    messageId: uuid('message_id')
      .notNull()
      .references(() => threadMessages.id, { onDelete: 'cascade' }),
    memberId: uuid('member_id'),
    authorId: uuid('author_id').references(() => people.id),
    reason: text('reason', { enum: HIDE_REASONS }).notNull(),
    said: text('said').notNull(),
    answerBy: instant('answer_by').notNull(),
    remindedAt: instant('reminded_at'),
    outcome: text('outcome', { enum: REPORT_OUTCOMES }),
    answer: text('answer').notNull().default(''),
    answeredAt: instant('answered_at'),
    answeredByMember: uuid('answered_by_member'),
    answeredById: uuid('answered_by_id').references(() => people.id),
    createdAt: born(),
  },
  (t) => [
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    check('reports_one_sender', sql`num_nonnulls(member_id, author_id) = 1`),
    check(
      'reports_answered',
      sql`(outcome is null) = (answered_at is null) and (outcome is null) = (answer = '')
        and num_nonnulls(answered_by_member, answered_by_id) = case when outcome is null then 0 else 1 end`,
    ),
    uniqueIndex('reports_once').on(t.messageId, t.memberId),
    index('reports_of_group').on(t.groupId, t.id),
    index('reports_due').on(t.answerBy).where(sql`outcome is null and reminded_at is null`),
  ],
)
