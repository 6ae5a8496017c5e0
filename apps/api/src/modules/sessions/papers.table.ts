import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groupSessions } from '../codesign/codesign.table.ts'
import { agendaItems } from './sessions.table.ts'

const sessionRef = () => uuid('session_id').notNull()
const memberRef = () => uuid('member_id').notNull()

/** Residents give part of their third back; only one of them can, and can take it back until the agenda is out. */
export const agendaReturns = pgTable(
  'session_agenda_returns',
  {
    placeId: placeRef(),
    sessionId: sessionRef(),
    memberId: memberRef(),
    minutes: integer('minutes').notNull(),
    returnedAt: instant('returned_at').notNull().defaultNow(),
  },
  (t) => [
    primaryKey({ columns: [t.sessionId, t.memberId] }),
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    check('session_agenda_returns_minutes', sql`minutes between 1 and 120`),
  ],
)

/** What people read beforehand: in plain words, or as a link with a summary in plain words. */
export const sessionPapers = pgTable(
  'session_papers',
  {
    id: primaryId(),
    placeId: placeRef(),
    sessionId: sessionRef(),
    itemId: uuid('item_id').notNull(),
    title: text('title').notNull(),
    /** What it says, in plain words. */
    summary: text('summary').notNull(),
    body: text('body').notNull().default(''),
    link: text('link'),
    /** By the database's clock; in time when not after the session's `papers_due_at`. */
    publishedAt: instant('published_at'),
    createdAt: born(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.sessionId],
      foreignColumns: [groupSessions.placeId, groupSessions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.itemId],
      foreignColumns: [agendaItems.placeId, agendaItems.id],
    }).onDelete('cascade'),
    index('session_papers_of_session').on(t.sessionId),
    check('session_papers_plain', sql`summary <> '' and (body <> '' or link ~ '^https://')`),
  ],
)
