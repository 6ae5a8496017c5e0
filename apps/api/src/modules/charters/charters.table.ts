import { CHARTER_ANSWERS, type CharterText } from '@howcanwe/shared/charters'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, changed, instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groups } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'

/** What a group agrees with itself (CD1): each wording that was asked about is kept. */
export const charters = pgTable(
  'charters',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    version: integer('version').notNull(),
    state: text('state', { enum: ['drafting', 'asked', 'agreed', 'replaced'] })
      .notNull()
      .default('drafting'),
    text: jsonb('text').$type<CharterText>().notNull(),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => people.id),
    askedAt: instant('asked_at'),
    agreedAt: instant('agreed_at'),
    createdAt: born(),
    updatedAt: changed(),
  },
  (t) => [
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    unique('charters_tenant').on(t.placeId, t.id),
    unique('charters_version').on(t.groupId, t.version),
    uniqueIndex('charters_one_open').on(t.groupId).where(sql`state in ('drafting', 'asked')`),
    uniqueIndex('charters_one_agreed').on(t.groupId).where(sql`state = 'agreed'`),
    check('charters_state', sql`state in ('drafting', 'asked', 'agreed', 'replaced')`),
    check(
      'charters_dates',
      sql`(state = 'drafting') = (asked_at is null) and (state in ('agreed', 'replaced')) = (agreed_at is not null)`,
    ),
  ],
)

/** Who can live with it: once each, changeable until it is settled. */
export const charterAnswers = pgTable(
  'charter_answers',
  {
    id: primaryId(),
    placeId: placeRef(),
    charterId: uuid('charter_id').notNull(),
    memberId: uuid('member_id').notNull(),
    answer: text('answer', { enum: CHARTER_ANSWERS }).notNull(),
    words: text('words').notNull().default(''),
    /** Said to whoever runs the group, who wrote it down and read it back. */
    typed: boolean('typed').notNull().default(false),
    updatedAt: changed(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.charterId],
      foreignColumns: [charters.placeId, charters.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    unique('charter_answers_once').on(t.charterId, t.memberId),
    check('charter_answers_answer', sql`answer in ('agree', 'not-yet')`),
    check('charter_answers_words', sql`answer = 'agree' or words <> ''`),
  ],
)
