import { and, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { auditEvents } from '../../audit/audit.table.ts'
import { groupSessions } from '../../codesign/codesign.table.ts'
import { payItems } from '../payments.table.ts'
import type { SessionRow } from './sessions.queries.ts'

/** Whom a session that was cancelled late owes, and who has nothing for it yet: not who said no, rests or came later. */
const expected = sql`
  from group_members m where m.group_id = s.group_id and m.state in ('joined', 'contacted')
    and (m.bloc = 'residents' or m.bloc = 'organisations' and coalesce((pay_settings_on(s.place_id,
      (pay_days(s)).on_day)).pays_organisations, false))
    and m.joined_at <= s.cancelled_at
    and not exists (select from session_replies r
      where r.session_id = s.id and r.member_id = m.id and r.answer = 'no')
    and not exists (select from pay_items i where i.session_id = s.id and i.member_id = m.id
      and i.lost_start = s.promised_start)`

/** A session cancelled late of whom somebody is owed pay; none where the place has no rate. */
export async function takeCancelledLate(tx: Database): Promise<SessionRow | undefined> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select s.id from group_sessions s
    where s.state = 'cancelled' and s.cancelled_late and s.paid_minutes > 0
      and s.cancelled_at > clock_timestamp() - interval '60 days'
      and pay_worth(s, 60, 0, 'minutes') is not null and exists (select ${expected})
    order by s.cancelled_at limit 1 for update of s skip locked`)
  const id = rows[0]?.id
  if (!id) return undefined
  return (await tx.select().from(groupSessions).where(eq(groupSessions.id, id)))[0]
}

export async function expectedAt(tx: Database, sessionId: string): Promise<string[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select m.id from group_sessions s cross join lateral (select m.id, m.joined_at ${expected}) m
    where s.id = ${sessionId} order by m.joined_at, m.id`)
  return rows.map(({ id }) => id)
}

/** A start that was moved away too late, and those who had kept it free and have nothing for it yet. */
export async function takeMovedLate(tx: Database) {
  const { rows } = await tx.execute<{
    sessionId: string
    lostStart: string
    members: string[]
  }>(sql`
    select v.session_id as "sessionId", v.from_start::text as "lostStart", array_agg(m.id order by m.joined_at, m.id) as members
    from pay_late_moves v join group_sessions s on s.id = v.session_id join group_members m on m.id = any (v.expected)
    where v.minutes + v.preparation_minutes > 0 and v.moved_at > clock_timestamp() - interval '60 days'
      and pay_worth(s, 60, 0, 'minutes') is not null
      and (m.bloc = 'residents' or m.bloc = 'organisations' and coalesce((pay_settings_on(s.place_id,
        (pay_days(s)).on_day)).pays_organisations, false))
      and not exists (select from pay_items i where i.session_id = s.id and i.member_id = m.id
        and i.lost_start = v.from_start)
    group by v.session_id, v.from_start, v.moved_at order by v.moved_at limit 1`)
  return rows[0]
}

/**
 * People on the list of a held session, saved an hour ago by whoever runs the group, whose pay has not been counted: an
 * hour, so that a slip of the pen can be put right. None where the place has no rate.
 */
export async function takePresent(tx: Database) {
  const { rows } = await tx.execute<{ sessionId: string; memberId: string; by: string }>(sql`
    select s.id as "sessionId", a.member_id as "memberId", a.entered_by as by
    from group_sessions s join groups g on g.id = s.group_id join session_attendance a on a.session_id = s.id
    join group_members m on m.id = a.member_id and (m.state <> 'left' or m.left_at > s.starts_at)
    where a.came and a.entered_by = g.facilitator_id and s.state <> 'cancelled' and s.ends_at <= clock_timestamp()
      and s.paid_minutes > 0 and a.entered_at <= clock_timestamp() - interval '1 hour'
      and s.ends_at > clock_timestamp() - interval '60 days' and pay_worth(s, 60, 0, 'minutes') is not null
      and not exists (select from pay_attendance p where p.session_id = s.id and p.member_id = a.member_id)
    order by s.ends_at, a.member_id limit 1 for update of s skip locked`)
  return rows[0]
}

/** Somebody has not chosen in two working days, and was not reminded. */
export async function takeUnchosen(tx: Database) {
  const [row] = await tx
    .select({
      id: payItems.id,
      groupId: payItems.groupId,
      memberId: payItems.memberId,
      sessionId: payItems.sessionId,
    })
    .from(payItems)
    .where(
      and(
        eq(payItems.state, 'due'),
        isNull(payItems.remindedAt),
        lte(payItems.chooseBy, sql`clock_timestamp()`),
      ),
    )
    .orderBy(payItems.chooseBy)
    .limit(1)
    .for('update', { skipLocked: true })
  return row
}

export type LateStage = 'approve' | 'pay'

const LATE = {
  approve: { state: 'chosen', by: payItems.approveBy, told: payItems.approveLateAt },
  pay: { state: 'approved', by: payItems.payBy, told: payItems.payLateAt },
} as const

/** Everything of one place that is late by now, and of which nobody was told. */
export async function takeLate(tx: Database, stage: LateStage) {
  const { state, by, told } = LATE[stage]
  const late = and(eq(payItems.state, state), isNull(told), lte(by, sql`clock_timestamp()`))
  const [first] = await tx
    .select({ placeId: payItems.placeId })
    .from(payItems)
    .where(late)
    .orderBy(by)
    .limit(1)
    .for('update', { skipLocked: true })
  if (!first) return undefined
  const rows = await tx
    .select({
      id: payItems.id,
      groupId: payItems.groupId,
      kind: payItems.kind,
      confirmedAt: payItems.confirmedAt,
    })
    .from(payItems)
    .where(and(late, eq(payItems.placeId, first.placeId)))
    .for('update', { skipLocked: true })
  const now = sql`clock_timestamp()`
  await tx
    .update(payItems)
    .set(stage === 'approve' ? { approveLateAt: now } : { payLateAt: now })
    .where(
      inArray(
        payItems.id,
        rows.map(({ id }) => id),
      ),
    )
  return { placeId: first.placeId, rows }
}

/** Says in the trail that whoever runs a group was asked who was there: the trail is what keeps it to one letter. */
export const ASKED_WHO_WAS_THERE = 'payments.attendance-asked'

/** Sessions that are over, of the last month, of which nobody has said who was there or was asked to. */
export const withoutAttendance = (tx: Database): Promise<SessionRow[]> =>
  tx
    .select()
    .from(groupSessions)
    .where(
      sql`${groupSessions.state} <> 'cancelled' and ${groupSessions.endsAt} <= clock_timestamp() - interval '1 day'
        and ${groupSessions.endsAt} > clock_timestamp() - interval '30 days' and ${groupSessions.paidMinutes} > 0
        and not exists (select from pay_attendance a where a.session_id = ${groupSessions.id})
        and exists (select from group_members m where m.group_id = ${groupSessions.groupId} and m.state <> 'left')
        and not exists (select from ${auditEvents} e
          where e.subject_id = ${groupSessions.id} and e.action = ${ASKED_WHO_WAS_THERE})`,
    )
    .orderBy(groupSessions.endsAt)
    .limit(50)
