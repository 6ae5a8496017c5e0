import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groupSessions } from '../../codesign/codesign.table.ts'
import { payAttendance, payItems } from '../payments.table.ts'

export type SessionRow = typeof groupSessions.$inferSelect

export const sessionOf = async (
  db: Database,
  groupId: string,
  sessionId: string,
): Promise<SessionRow | undefined> =>
  (
    await db
      .select()
      .from(groupSessions)
      .where(and(eq(groupSessions.id, sessionId), eq(groupSessions.groupId, groupId)))
  )[0]

export const sessionById = async (db: Database, id: string): Promise<SessionRow | undefined> =>
  (await db.select().from(groupSessions).where(eq(groupSessions.id, id)))[0]

export const sessionsOf = (db: Database, groupId: string): Promise<SessionRow[]> =>
  db
    .select()
    .from(groupSessions)
    .where(eq(groupSessions.groupId, groupId))
    .orderBy(sql`${groupSessions.startsAt} desc`)

/**
 * A session that is over was held, whether or not somebody pressed a button for it; not while what somebody needed there
 * is still to be answered for (J-18), which pay does not wait for.
 */
export const holdWhatIsOver = (tx: Database, sessionId: string) =>
  tx
    .update(groupSessions)
    .set({ state: 'held' })
    .where(
      and(
        eq(groupSessions.id, sessionId),
        sql`${groupSessions.state} in ('announced', 'access-check', 'confirmed')
          and ${groupSessions.endsAt} <= clock_timestamp() and session_open_needs(${groupSessions.id}) = 0`,
      ),
    )

const PAID_WHEN_OVER: readonly string[] = ['announced', 'access-check', 'confirmed']

/** People are paid for it: held, or over by the database's clock. */
export async function isOver(
  tx: Database,
  { state, endsAt }: Pick<SessionRow, 'state' | 'endsAt'>,
): Promise<boolean> {
  if (state === 'cancelled') return false
  if (!PAID_WHEN_OVER.includes(state)) return true
  const { rows } = await tx.execute<{ over: boolean }>(
    sql`select ${endsAt.toISOString()}::timestamptz <= clock_timestamp() as over`,
  )
  return rows[0]?.over ?? false
}

/** What is paid for comes with its notes: once everything of a session is settled, the session says so. */
export const markPaidSessions = (tx: Database, sessionIds: readonly string[]) =>
  tx.execute(sql`
    update group_sessions s set state = 'paid' where s.state = 'notes-shared'
      and s.id in ${sessionIds} and not exists (select from pay_items i where i.session_id = s.id
        and i.state in ('due', 'chosen', 'approved', 'failed'))`)

export const attendanceOf = (db: Database, groupId: string) =>
  db
    .select({
      sessionId: payAttendance.sessionId,
      memberId: payAttendance.memberId,
      minutes: payAttendance.minutes,
      preparationMinutes: payAttendance.preparationMinutes,
    })
    .from(payAttendance)
    .innerJoin(groupSessions, eq(groupSessions.id, payAttendance.sessionId))
    .where(eq(groupSessions.groupId, groupId))

/** No row where this person was written down before. */
export const addAttendance = async (
  tx: Database,
  values: typeof payAttendance.$inferInsert,
): Promise<boolean> =>
  (
    await tx
      .insert(payAttendance)
      .values(values)
      .onConflictDoNothing()
      .returning({ id: payAttendance.memberId })
  ).length === 1

/** Who said that they come, of those who said anything. */
export async function repliesOf(db: Database, groupId: string): Promise<Map<string, boolean>> {
  const { rows } = await db.execute<{ key: string; comes: boolean }>(sql`
    select r.session_id || '/' || r.member_id as key, r.answer = 'yes' as comes
    from session_replies r join group_sessions s on s.id = r.session_id where s.group_id = ${groupId}`)
  return new Map(rows.map(({ key, comes }) => [key, comes]))
}

/** Who was there, by the list of the session, where one was written. */
export async function cameTo(db: Database, groupId: string): Promise<Map<string, boolean>> {
  const { rows } = await db.execute<{ key: string; came: boolean }>(sql`
    select a.session_id || '/' || a.member_id as key, a.came
    from session_attendance a join group_sessions s on s.id = a.session_id where s.group_id = ${groupId}`)
  return new Map(rows.map(({ key, came }) => [key, came]))
}

/** Items that were paid, for how fast money comes (M26); of one group, or of a whole place. */
export async function paidFacts(db: Database, of: { groupId: string } | { placeId: string }) {
  const where =
    'groupId' in of ? eq(payItems.groupId, of.groupId) : eq(payItems.placeId, of.placeId)
  const rows = await db
    .select({
      kind: payItems.kind,
      advance: payItems.advance,
      dueAt: payItems.dueAt,
      paidAt: payItems.paidAt,
      startsAt: groupSessions.startsAt,
    })
    .from(payItems)
    .innerJoin(groupSessions, eq(groupSessions.id, payItems.sessionId))
    .where(and(where, sql`${payItems.paidAt} > clock_timestamp() - interval '12 months'`))
  return rows.flatMap((row) => (row.paidAt ? [{ ...row, paidAt: row.paidAt }] : []))
}

type Of = { groupId: string } | { placeId: string }

/** Hours people gave, with what became of pay for them (M30): put down, and put right afterwards. */
export const hourFacts = async (db: Database, of: Of) => [
  ...(await putDownFacts(db, of)),
  ...(await putRightFacts(db, of)),
]

const putDownFacts = (db: Database, of: Of) =>
  db
    .select({
      memberId: groupMembers.id,
      bloc: groupMembers.bloc,
      minutes: sql<number>`(${payAttendance.minutes} + ${payAttendance.preparationMinutes})::int`,
      state: payItems.state,
      amountPence: payItems.amountPence,
      chosenPence: payItems.chosenPence,
    })
    .from(payAttendance)
    .innerJoin(groupMembers, eq(groupMembers.id, payAttendance.memberId))
    .leftJoin(
      payItems,
      and(
        eq(payItems.sessionId, payAttendance.sessionId),
        eq(payItems.memberId, payAttendance.memberId),
        eq(payItems.why, 'held'),
      ),
    )
    .where(
      and(
        'groupId' in of
          ? eq(groupMembers.groupId, of.groupId)
          : eq(payAttendance.placeId, of.placeId),
        sql`${payAttendance.confirmedAt} > clock_timestamp() - interval '12 months'`,
      ),
    )

const putRightFacts = (db: Database, of: Of) =>
  db
    .select({
      memberId: groupMembers.id,
      bloc: groupMembers.bloc,
      minutes: sql<number>`(${payItems.minutes} + ${payItems.preparationMinutes})::int`,
      state: payItems.state,
      amountPence: payItems.amountPence,
      chosenPence: payItems.chosenPence,
    })
    .from(payItems)
    .innerJoin(groupMembers, eq(groupMembers.id, payItems.memberId))
    .where(
      and(
        'groupId' in of ? eq(payItems.groupId, of.groupId) : eq(payItems.placeId, of.placeId),
        eq(payItems.why, 'more-hours'),
        sql`${payItems.createdAt} > clock_timestamp() - interval '12 months'`,
      ),
    )
