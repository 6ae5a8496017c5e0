import type { Bloc } from '@howcanwe/shared/codesign'
import { and, asc, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groupSessions } from '../../codesign/codesign.table.ts'
import {
  agendaItems,
  sessionAttendance,
  sessionFelt,
  sessionOutcomes,
} from '../../sessions/sessions.table.ts'
import { groupReports } from '../suggestions.table.ts'

const HELD = ['held', 'notes-shared', 'paid', 'closed'] as const

/** Sessions of a group that were held, in order. */
export const heldSessions = (db: Database, groupId: string) =>
  db
    .select({ id: groupSessions.id, startsAt: groupSessions.startsAt })
    .from(groupSessions)
    .where(and(eq(groupSessions.groupId, groupId), inArray(groupSessions.state, [...HELD])))
    .orderBy(asc(groupSessions.startsAt), asc(groupSessions.id))

/** Items on the agendas of sessions that were held, and how many of them residents raised. */
export const agendaOf = async (db: Database, groupId: string) =>
  (
    await db
      .select({
        items: sql<number>`count(*)::int`,
        residents: sql<number>`(count(*) filter (where ${agendaItems.bloc} = 'residents'))::int`,
      })
      .from(agendaItems)
      .innerJoin(groupSessions, eq(groupSessions.id, agendaItems.sessionId))
      .where(
        and(
          eq(groupSessions.groupId, groupId),
          inArray(groupSessions.state, [...HELD]),
          isNull(agendaItems.offAt),
        ),
      )
  )[0] ?? { items: 0, residents: 0 }

/** What each session led to. */
export const outcomesOf = (db: Database, groupId: string) =>
  db
    .select({ sessionId: sessionOutcomes.sessionId, kind: sessionOutcomes.kind })
    .from(sessionOutcomes)
    .innerJoin(groupSessions, eq(groupSessions.id, sessionOutcomes.sessionId))
    .where(and(eq(groupSessions.groupId, groupId), inArray(groupSessions.state, [...HELD])))

/** How sessions felt, of those for which nobody can answer any more (a week): what was shown once never moves. */
export const feltOf = (db: Database, groupId: string) =>
  db
    .select({
      sessionId: sessionFelt.sessionId,
      memberId: sql<string>`coalesce(${sessionFelt.memberId}, ${sessionFelt.teller})`,
      heard: sessionFelt.heard,
      changed: sessionFelt.changed,
      bloc: sql<Bloc>`coalesce(${sessionFelt.bloc}, ${groupMembers.bloc})`,
    })
    .from(sessionFelt)
    .innerJoin(groupSessions, eq(groupSessions.id, sessionFelt.sessionId))
    .leftJoin(groupMembers, eq(groupMembers.id, sessionFelt.memberId))
    .where(
      and(
        eq(groupSessions.groupId, groupId),
        lt(groupSessions.endsAt, sql`clock_timestamp() - interval '7 days'`),
      ),
    )
    .orderBy(asc(groupSessions.startsAt), asc(groupSessions.id), asc(sessionFelt.memberId))

/** Residents of whom a sheet says whether they were there. */
export const attendedOf = (db: Database, groupId: string) =>
  db
    .select({
      ways: groupMembers.ways,
      came: sql<number>`(count(*) filter (where ${sessionAttendance.came}))::int`,
      asked: sql<number>`count(*)::int`,
    })
    .from(sessionAttendance)
    .innerJoin(groupMembers, eq(groupMembers.id, sessionAttendance.memberId))
    .where(and(eq(groupMembers.groupId, groupId), eq(groupMembers.bloc, 'residents')))
    .groupBy(groupMembers.id)

/**
 * Meetings of a place to mark the homework that were held or came due within twelve months; one still to come counts as
 * neither.
 */
export async function meetingsIn(db: Database, placeId: string) {
  const reached = sql`least(${groupReports.dueAt}, ${groupReports.heldAt})`
  const [row] = await db
    .select({
      due: sql<number>`count(*)::int`,
      held: sql<number>`count(${groupReports.heldAt})::int`,
    })
    .from(groupReports)
    .where(
      and(
        eq(groupReports.placeId, placeId),
        sql`${reached} <= clock_timestamp()`,
        sql`${reached} > clock_timestamp() - interval '12 months'`,
      ),
    )
  return row ?? { due: 0, held: 0 }
}
