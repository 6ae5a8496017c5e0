import { and, asc, eq, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupSessions } from '../../codesign/codesign.table.ts'
import { agendaItems } from '../sessions.table.ts'

const undecidable = (sessionId: string) =>
  and(
    eq(agendaItems.sessionId, sessionId),
    eq(agendaItems.purpose, 'decide'),
    isNull(agendaItems.offAt),
    sql`not session_paper_in_time(${agendaItems.id})`,
  )

/** What had no paper in time: of residents it is talked about, of others it comes off (§4.2). */
export async function dropUndecidable(tx: Database, sessionId: string) {
  const now = sql`clock_timestamp()`
  const talked = await tx
    .update(agendaItems)
    .set({ purpose: 'talk', fellOffAt: now })
    .where(and(undecidable(sessionId), eq(agendaItems.bloc, 'residents')))
    .returning({ title: agendaItems.title })
  const off = await tx
    .update(agendaItems)
    .set({ offAt: now })
    .where(and(undecidable(sessionId), sql`${agendaItems.bloc} is distinct from 'residents'`))
    .returning({ title: agendaItems.title })
  return { talked: talked.map(({ title }) => title), off: off.map(({ title }) => title) }
}

/** What came off, with when the session begins whose agenda it is on now. */
export const offAgenda = (db: Database, sessionId: string) =>
  db
    .select({ id: agendaItems.id, title: agendaItems.title, next: groupSessions.startsAt })
    .from(agendaItems)
    .leftJoin(groupSessions, eq(groupSessions.id, agendaItems.carriedTo))
    .where(and(eq(agendaItems.sessionId, sessionId), isNotNull(agendaItems.offAt)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id))

/** Where what stands on an agenda was before: item to when that session began. */
export const carriedOnto = async (db: Database, sessionId: string): Promise<Map<string, Date>> =>
  new Map(
    (
      await db
        .select({ id: agendaItems.id, from: groupSessions.startsAt })
        .from(agendaItems)
        .innerJoin(groupSessions, eq(groupSessions.id, agendaItems.carriedFrom))
        .where(eq(agendaItems.sessionId, sessionId))
    ).map(({ id, from }) => [id, from]),
  )

/**
 * Puts one item that came off on the next agenda of its group that is still being made, has room for it and time for a
 * paper; marked, so that nobody carries it twice.
 *
 * @returns whether there was one
 */
export async function carryOne(tx: Database): Promise<boolean> {
  const { rows } = await tx.execute<{ id: string; next: string }>(sql`
    select i.id, n.id as next from session_agenda_items i join group_sessions s on s.id = i.session_id
    cross join lateral (select n.id from group_sessions n where n.group_id = s.group_id and n.starts_at > s.starts_at
      and n.state in ('announced', 'access-check', 'confirmed') and n.agenda_published_at is null
      and n.papers_due_at > clock_timestamp() and i.minutes * interval '1 minute' <= n.ends_at - n.starts_at
        - coalesce((select sum(a.minutes) from session_agenda_items a where a.session_id = n.id), 0) * interval '1 minute'
      order by n.starts_at limit 1) n
    where i.off_at is not null and i.carried_to is null
    order by i.off_at, i.position limit 1 for update of i skip locked`)
  const [found] = rows
  if (!found) return false
  await tx.execute(sql`
    insert into session_agenda_items (id, place_id, session_id, position, title, minutes, purpose, raised_by, carried_from)
    select gen_random_uuid(), place_id, ${found.next}, (select coalesce(max(position), -1) + 1 from session_agenda_items
        where session_id = ${found.next}), title, minutes, 'decide',
      case when session_voice(${found.next}, raised_by) is not null then raised_by end, session_id
    from session_agenda_items where id = ${found.id}`)
  await tx.update(agendaItems).set({ carriedTo: found.next }).where(eq(agendaItems.id, found.id))
  return true
}
