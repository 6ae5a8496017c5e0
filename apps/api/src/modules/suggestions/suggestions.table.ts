import { BLOCS, LADDER } from '@howcanwe/shared/codesign'
import { MARKS, NAMED_AS, SUGGESTED_VIA, SUGGESTION_STATES } from '@howcanwe/shared/suggestions'
import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groupSessions, groups } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'

/** What somebody in a group suggested, and what became of it (CD6). The words never change. */
export const suggestions = pgTable(
  'suggestions',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    /** Counted within the group by the database. */
    number: integer('number').notNull().default(0),
    /** Who said it; null: it stands in the notes of a session without a name. */
    memberId: uuid('member_id'),
    bloc: text('bloc', { enum: BLOCS }).notNull(),
    text: text('text').notNull(),
    language: text('language').notNull(),
    namedAs: text('named_as', { enum: NAMED_AS }).notNull().default('nobody'),
    via: text('via', { enum: SUGGESTED_VIA }).notNull(),
    sessionId: uuid('session_id'),
    enteredBy: uuid('entered_by').references(() => people.id),
    state: text('state', { enum: SUGGESTION_STATES }).notNull().default('said'),
    saidAt: instant('said_at').notNull().defaultNow(),
    /** Three working days after it was said. */
    acknowledgeBy: instant('acknowledge_by').notNull(),
    acknowledgedAt: instant('acknowledged_at'),
    /** The day it is decided; its answer is due 20 working days after. */
    decidedOn: date('decided_on', { mode: 'string' }),
    answerBy: instant('answer_by'),
    /** What was last said of it, who answers for it, and by when it is done. */
    words: text('words').notNull().default(''),
    named: text('named').notNull().default(''),
    doneOn: date('done_on', { mode: 'string' }),
    doneBy: instant('done_by'),
    /** First time it was done, partly done or refused; by the database's clock. */
    closedAt: instant('closed_at'),
    movedBy: uuid('moved_by').references(() => people.id),
    soonToldAt: instant('soon_told_at'),
    lateToldAt: instant('late_told_at'),
  },
  (t) => [
    unique('suggestions_tenant').on(t.placeId, t.id),
    unique('suggestions_number').on(t.groupId, t.number),
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }),
    index('suggestions_open').on(t.state, t.acknowledgeBy),
    index('suggestions_of_member').on(t.memberId),
    check('suggestions_words', sql`text <> ''`),
    check(
      'suggestions_source',
      sql`(via = 'notes') = (session_id is not null) and (via = 'notes' or member_id is not null)`,
    ),
    check(
      'suggestions_state',
      sql`state in ('said', 'acknowledged', 'doing', 'done', 'partly', 'not-doing')`,
    ),
    /** Heard, with a clock, in everything but the first state. */
    check(
      'suggestions_clock',
      sql`state = 'said' or (acknowledged_at is not null and decided_on is not null and answer_by is not null)`,
    ),
    /** A no or a part of it has a reason and somebody's name (CD6 [G]). */
    check(
      'suggestions_reason',
      sql`state not in ('partly', 'not-doing') or (length(btrim(words)) >= 20 and length(btrim(named)) >= 2)`,
    ),
    check(
      'suggestions_doing',
      sql`state <> 'doing' or (length(btrim(named)) >= 2 and done_on is not null and done_by is not null)`,
    ),
    check('suggestions_done', sql`state <> 'done' or length(btrim(words)) >= 10`),
    check(
      'suggestions_closed',
      sql`state not in ('done', 'partly', 'not-doing') or closed_at is not null`,
    ),
  ],
)

/** Every change of a suggestion: what, who answers for it, when. Written by the database, never changed. */
export const suggestionMoves = pgTable(
  'suggestion_moves',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    placeId: placeRef(),
    suggestionId: uuid('suggestion_id').notNull(),
    fromState: text('from_state', { enum: SUGGESTION_STATES }).notNull(),
    toState: text('to_state', { enum: SUGGESTION_STATES }).notNull(),
    words: text('words').notNull(),
    named: text('named').notNull(),
    doneOn: date('done_on', { mode: 'string' }),
    movedBy: uuid('moved_by').references(() => people.id),
    at: instant('at').notNull().defaultNow(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.suggestionId],
      foreignColumns: [suggestions.placeId, suggestions.id],
    }),
    index('suggestion_moves_of').on(t.suggestionId, t.at),
  ],
)

/** One more meeting, to mark the homework (CD6), and what is asked at the end (CD8). One row a group. */
export const groupReports = pgTable(
  'group_reports',
  {
    groupId: uuid('group_id').primaryKey(),
    placeId: placeRef(),
    since: instant('since').notNull().defaultNow(),
    /** Three months after the group began to report back. */
    dueAt: instant('due_at').notNull(),
    /** When and where, who comes, what they need and are paid: of that session. */
    sessionId: uuid('session_id'),
    /** Set by the database once that session is said to be held. */
    heldAt: instant('held_at'),
    ladderAskedAt: instant('ladder_asked_at'),
    /** Nobody marks any more: what is published never changes. */
    markedAt: instant('marked_at'),
    closedAt: instant('closed_at'),
    influencePublicAt: instant('influence_public_at'),
    dueToldAt: instant('due_told_at'),
    lateToldAt: instant('late_told_at'),
  },
  (t) => [
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }),
    index('group_reports_of_session').on(t.sessionId),
    index('group_reports_to_ask')
      .on(t.groupId)
      .where(sql`held_at is not null and ladder_asked_at is null`),
    check('group_reports_held', sql`held_at is null or session_id is not null`),
    check('group_reports_marked', sql`marked_at is null or held_at is not null`),
    check('group_reports_ladder', sql`ladder_asked_at is null or held_at is not null`),
    check(
      'group_reports_closed',
      sql`closed_at is null or (marked_at is not null and ladder_asked_at is not null)`,
    ),
  ],
)

/** Satisfied, not, unsure: one a member a suggestion. */
export const homeworkMarks = pgTable(
  'homework_marks',
  {
    placeId: placeRef(),
    suggestionId: uuid('suggestion_id').notNull(),
    /** Whose it is, until it is forgotten: thirty days after the marks are published. */
    memberId: uuid('member_id'),
    /** The voice alone, once nobody knows whose it was. */
    bloc: text('bloc', { enum: BLOCS }),
    mark: text('mark', { enum: MARKS }).notNull(),
    /** Typed in for them, read back; null: themselves. */
    enteredBy: uuid('entered_by').references(() => people.id),
    markedAt: instant('marked_at').notNull().defaultNow(),
  },
  (t) => [
    unique('homework_marks_once').on(t.suggestionId, t.memberId),
    check('homework_marks_of_one_or_a_voice', sql`(member_id is null) = (bloc is not null)`),
    foreignKey({
      columns: [t.placeId, t.suggestionId],
      foreignColumns: [suggestions.placeId, suggestions.id],
    }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    check('homework_marks_mark', sql`mark in ('satisfied', 'not', 'unsure')`),
    index('homework_marks_of_member').on(t.memberId),
  ],
)

/** Where on the ladder a member says the group really stood (CD8, M24). */
export const ladderRatings = pgTable(
  'ladder_ratings',
  {
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    /** Whose it is, until it is forgotten: thirty days after the group has finished. */
    memberId: uuid('member_id'),
    /** The voice alone, once nobody knows whose it was. */
    bloc: text('bloc', { enum: BLOCS }),
    rung: text('rung', { enum: LADDER }).notNull(),
    enteredBy: uuid('entered_by').references(() => people.id),
    ratedAt: instant('rated_at').notNull().defaultNow(),
  },
  (t) => [
    unique('ladder_ratings_once').on(t.groupId, t.memberId),
    check('ladder_ratings_of_one_or_a_voice', sql`(member_id is null) = (bloc is not null)`),
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    check(
      'ladder_ratings_rung',
      sql`rung in ('coercion', 'educating', 'informing', 'consultation', 'engagement', 'co-design', 'co-production')`,
    ),
    index('ladder_ratings_of_member').on(t.memberId),
  ],
)
