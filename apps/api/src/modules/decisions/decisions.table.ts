import { BLOCS, SAID_BY } from '@howcanwe/shared/codesign'
import {
  ANSWERS,
  BODY_ANSWERS,
  DECISION_STATES,
  HARMS,
  KINDS,
  RESULTS,
} from '@howcanwe/shared/decisions'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
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
import { born, instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groups } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'

/** Something a group decides (CD5). What people answer on stands in its versions. */
export const decisions = pgTable(
  'decisions',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    number: integer('number').notNull(),
    kind: text('kind', { enum: KINDS }).notNull(),
    origin: text('origin', { enum: BLOCS }).notNull(),
    state: text('state', { enum: DECISION_STATES }).notNull().default('raised'),
    /** A body has the last word by law, and its named person answers. */
    bodyDecides: boolean('body_decides').notNull().default(false),
    answerBy: instant('answer_by'),
    remindedDueAt: instant('reminded_due_at'),
    remindedLateAt: instant('reminded_late_at'),
    answer: text('answer', { enum: BODY_ANSWERS }),
    answerReasons: text('answer_reasons').notNull().default(''),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: instant('answered_at'),
    decidedAt: instant('decided_at'),
    reviewNote: text('review_note').notNull().default(''),
    reviewRemindedAt: instant('review_reminded_at'),
    createdAt: born(),
  },
  (t) => [
    unique('decisions_tenant').on(t.placeId, t.id),
    unique('decisions_number').on(t.groupId, t.number),
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    check(
      'decisions_answered',
      sql`(answered_at is null) = (answer is null) and (answered_at is null) = (answered_by is null)
        and (answered_at is null or body_decides)`,
    ),
    check('decisions_residents_alone', sql`kind = 'ordinary' or not body_decides`),
    check(
      'decisions_decided',
      sql`(state in ('decided', 'kept', 'revised')) = (decided_at is not null)`,
    ),
    index('decisions_to_answer')
      .on(t.answerBy)
      .where(sql`answered_at is null and answer_by is not null`),
    index('decisions_open').on(t.state).where(sql`state in ('open', 'held', 'decided')`),
  ],
)

/** The words people answer on, and what came of it. Written once it is open, they stand. */
export const decisionVersions = pgTable(
  'decision_versions',
  {
    id: primaryId(),
    placeId: placeRef(),
    decisionId: uuid('decision_id').notNull(),
    number: integer('number').notNull(),
    why: text('why', { enum: ['first', 'again', 'integrated'] }).notNull(),
    text: text('text').notNull(),
    reason: text('reason').notNull(),
    options: text('options').notNull(),
    affects: text('affects').notNull(),
    /** When these words were put clearly, kept by the database: nothing is decided on them for five working days (§4.2). */
    wordsAt: instant('words_at'),
    reviewOn: date('review_on', { mode: 'string' }),
    openedAt: instant('opened_at'),
    closesAt: instant('closes_at'),
    closedAt: instant('closed_at'),
    result: text('result', { enum: RESULTS }),
    /** Residents stopped the clock; once a version. */
    heldAt: instant('held_at'),
    heldUntil: instant('held_until'),
    /** Whoever runs the group, who said that nothing on paper or by telephone waited to be typed in when it was counted. */
    checkedBy: uuid('checked_by').references(() => people.id),
    createdAt: born(),
  },
  (t) => [
    unique('decision_versions_tenant').on(t.placeId, t.id),
    unique('decision_versions_number').on(t.decisionId, t.number),
    foreignKey({
      columns: [t.placeId, t.decisionId],
      foreignColumns: [decisions.placeId, decisions.id],
    }),
    check(
      'decision_versions_open',
      sql`(opened_at is null) = (closes_at is null) and (opened_at is null or review_on is not null)
        and (closed_at is null) = (result is null) and (held_at is null) = (held_until is null)`,
    ),
    index('decision_versions_due')
      .on(t.closesAt)
      .where(sql`opened_at is not null and closed_at is null`),
  ],
)

/**
 * One row a member and version. No moment stands in it, so that it cannot be laid beside who was there when; after
 * thirty days only the counts remain.
 */
export const decisionBallots = pgTable(
  'decision_ballots',
  {
    placeId: placeRef(),
    versionId: uuid('version_id').notNull(),
    memberId: uuid('member_id').notNull(),
    answer: text('answer', { enum: ANSWERS }).notNull(),
    /** Who typed it in for somebody who rang or wrote on paper. */
    typedBy: uuid('typed_by').references(() => people.id),
    saidBy: text('said_by', { enum: SAID_BY }),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.memberId] }),
    foreignKey({
      columns: [t.placeId, t.versionId],
      foreignColumns: [decisionVersions.placeId, decisionVersions.id],
    }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    check('decision_ballots_answer', sql`answer in ('yes', 'no', 'aside')`),
    check('decision_ballots_typed', sql`(typed_by is null) = (said_by is null)`),
    index('decision_ballots_of_member').on(t.memberId),
  ],
)

/** What each voice said when a version closed. Written by the database and nobody else. */
export const decisionCounts = pgTable(
  'decision_counts',
  {
    placeId: placeRef(),
    versionId: uuid('version_id').notNull(),
    bloc: text('bloc', { enum: BLOCS }).notNull(),
    members: integer('members').notNull(),
    yes: integer('yes').notNull(),
    no: integer('no').notNull(),
    aside: integer('aside').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.bloc] }),
    foreignKey({
      columns: [t.placeId, t.versionId],
      foreignColumns: [decisionVersions.placeId, decisionVersions.id],
    }),
    check(
      'decision_counts_fit',
      sql`yes >= 0 and no >= 0 and aside >= 0 and yes + no + aside <= members`,
    ),
  ],
)

export const decisionObjections = pgTable(
  'decision_objections',
  {
    id: primaryId(),
    placeId: placeRef(),
    versionId: uuid('version_id').notNull(),
    memberId: uuid('member_id').notNull(),
    kind: text('kind', { enum: HARMS }).notNull(),
    text: text('text').notNull(),
    /** Who typed it in for somebody who rang or wrote on paper. */
    typedBy: uuid('typed_by').references(() => people.id),
    saidBy: text('said_by', { enum: SAID_BY }),
    takenBackAt: instant('taken_back_at'),
    answer: text('answer'),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: instant('answered_at'),
    createdAt: born(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.versionId],
      foreignColumns: [decisionVersions.placeId, decisionVersions.id],
    }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    uniqueIndex('decision_objections_once')
      .on(t.versionId, t.memberId)
      .where(sql`taken_back_at is null`),
    check('decision_objections_typed', sql`(typed_by is null) = (said_by is null)`),
    check('decision_objections_kind', sql`kind in ('harm', 'missing-person', 'broken-promise')`),
    check(
      'decision_objections_answered',
      sql`(answer is null) = (answered_by is null) and (answer is null) = (answered_at is null)`,
    ),
  ],
)

/** A resident asks to stop the clock. When enough have, the database stops it. */
export const decisionHoldCalls = pgTable(
  'decision_hold_calls',
  {
    placeId: placeRef(),
    versionId: uuid('version_id').notNull(),
    memberId: uuid('member_id').notNull(),
    reason: text('reason').notNull(),
    /** Who typed it in for somebody who rang or wrote on paper. */
    typedBy: uuid('typed_by').references(() => people.id),
    saidBy: text('said_by', { enum: SAID_BY }),
    createdAt: born(),
  },
  (t) => [
    primaryKey({ columns: [t.versionId, t.memberId] }),
    check('decision_hold_calls_typed', sql`(typed_by is null) = (said_by is null)`),
    foreignKey({
      columns: [t.placeId, t.versionId],
      foreignColumns: [decisionVersions.placeId, decisionVersions.id],
    }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
  ],
)
