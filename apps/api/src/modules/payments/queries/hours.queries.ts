import { and, asc, desc, eq, getTableColumns, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groupSessions } from '../../codesign/codesign.table.ts'
import { people } from '../../identity/identity.table.ts'
import { payHours } from '../payments.hours.table.ts'

const putDown = (what: 'minutes' | 'preparation_minutes') =>
  sql<number>`(select p.${sql.identifier(what)} from pay_put_down(${payHours.memberId}, ${payHours.sessionId}) p)`

const from = (db: Database) =>
  db
    .select({
      ...getTableColumns(payHours),
      startsAt: groupSessions.startsAt,
      venue: groupSessions.venue,
      firstName: groupMembers.firstName,
      reference: groupMembers.reference,
      memberState: groupMembers.state,
      textsStoppedAt: groupMembers.textsStoppedAt,
      contact: groupMembers.contact,
      contactBy: groupMembers.contactBy,
      by: people.displayName,
      putDownMinutes: putDown('minutes'),
      putDownPreparation: putDown('preparation_minutes'),
    })
    .from(payHours)
    .innerJoin(groupSessions, eq(groupSessions.id, payHours.sessionId))
    .innerJoin(groupMembers, eq(groupMembers.id, payHours.memberId))
    .leftJoin(people, eq(people.id, payHours.answeredBy))

/** Hours that somebody said, with the session, whom they are of and what is put down for them. */
export type FullHours = Awaited<ReturnType<typeof hoursOfMember>>[number]

export const hoursOfMember = (db: Database, memberId: string) =>
  from(db).where(eq(payHours.memberId, memberId)).orderBy(desc(payHours.askedAt))

/** What waits for an answer, longest first, and what was answered in the last months. */
export const hoursOfGroup = (db: Database, groupId: string) =>
  from(db)
    .where(
      and(
        eq(payHours.groupId, groupId),
        sql`(${payHours.state} = 'asked' or ${payHours.toldAt} is null
          or ${payHours.answeredAt} > clock_timestamp() - interval '90 days')`,
      ),
    )
    .orderBy(sql`${payHours.answeredAt} desc nulls first`, asc(payHours.askedAt))

export const fullHours = async (db: Database, id: string): Promise<FullHours> => {
  const [row] = await from(db).where(eq(payHours.id, id))
  if (!row) throw new Error('they were there a moment ago')
  return row
}

export async function lockHours(tx: Database, groupId: string, id: string) {
  const which: SQL | undefined = and(eq(payHours.id, id), eq(payHours.groupId, groupId))
  const rows = await tx.select({ id: payHours.id }).from(payHours).where(which).for('update')
  return rows[0] && fullHours(tx, id)
}

export async function addHours(tx: Database, values: typeof payHours.$inferInsert) {
  const [row] = await tx.insert(payHours).values(values).returning({ id: payHours.id })
  if (!row) throw new Error('an insert gives a row')
  return row.id
}

export const changeHours = (
  tx: Database,
  id: string,
  values: Partial<typeof payHours.$inferInsert>,
) => tx.update(payHours).set(values).where(eq(payHours.id, id))

/** Sessions of the last three months that somebody may have been at, with what is put down for them. */
export async function sessionsForHours(db: Database, memberId: string) {
  const { rows } = await db.execute<{
    id: string
    startsAt: string
    venue: string
    length: number
    paid: number
    written: boolean
    minutes: number
    preparation: number
  }>(sql`
    select s.id, s.starts_at::text as "startsAt", s.venue, s.paid_minutes as paid,
      (extract(epoch from s.ends_at - s.starts_at) / 60)::int as length,
      exists (select from pay_attendance a where a.session_id = s.id and a.member_id = m.id) as written,
      p.minutes, p.preparation_minutes as preparation
    from group_members m join group_sessions s on s.group_id = m.group_id cross join lateral pay_put_down(m.id, s.id) p
    where m.id = ${memberId} and s.state <> 'cancelled' and s.ends_at <= clock_timestamp()
      and s.ends_at > clock_timestamp() - interval '90 days' and (m.joined_at < s.ends_at
        or exists (select from pay_attendance a where a.session_id = s.id and a.member_id = m.id))
    order by s.starts_at desc`)
  return rows
}

/** Held or over in the last three months: what whoever rings can have their hours put right for. */
export const sessionsOver = (db: Database, groupId: string) =>
  db
    .select({
      id: groupSessions.id,
      startsAt: groupSessions.startsAt,
      venue: groupSessions.venue,
    })
    .from(groupSessions)
    .where(
      sql`${groupSessions.groupId} = ${groupId} and ${groupSessions.state} <> 'cancelled'
        and ${groupSessions.endsAt} <= clock_timestamp() and ${groupSessions.endsAt} > clock_timestamp() - interval '90 days'`,
    )
    .orderBy(desc(groupSessions.startsAt))

/** What is missing in money; null where the place has no rate. */
export async function missingPence(tx: Database, hoursId: string): Promise<number | null> {
  const { rows } = await tx.execute<{ pence: number | null }>(sql`
    select pay_worth(s, h.minutes, h.preparation_minutes, 'minutes') - (select coalesce(sum(i.amount_pence), 0)::int
      from pay_items i where i.member_id = h.member_id and i.session_id = h.session_id
        and i.why in ('held', 'more-hours')) as pence
    from pay_hours h join group_sessions s on s.id = h.session_id where h.id = ${hoursId}`)
  return rows[0]?.pence ?? null
}

/** The day before somebody's answer is due, and nobody was reminded. */
export async function takeHoursDue(tx: Database) {
  const [row] = await tx
    .select({ id: payHours.id, groupId: payHours.groupId })
    .from(payHours)
    .where(
      and(
        eq(payHours.state, 'asked'),
        isNull(payHours.remindedAt),
        lte(payHours.dueAt, sql`clock_timestamp() + interval '1 day'`),
      ),
    )
    .orderBy(payHours.dueAt)
    .limit(1)
    .for('update', { skipLocked: true })
  return row
}
