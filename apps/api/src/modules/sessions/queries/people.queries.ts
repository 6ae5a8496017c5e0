import type { RingAbout } from '@howcanwe/shared/sessions'
import { and, asc, eq, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groupSessions } from '../../codesign/codesign.table.ts'
import { sessionAttendance, sessionReplies, sessionRings } from '../sessions.table.ts'

export type ReplyRow = typeof sessionReplies.$inferSelect

export const replyOf = async (db: Database, sessionId: string, memberId: string) =>
  (
    await db
      .select()
      .from(sessionReplies)
      .where(and(eq(sessionReplies.sessionId, sessionId), eq(sessionReplies.memberId, memberId)))
  )[0]

/** Seats that others have taken. */
export async function seatsTaken(db: Database, sessionId: string, but?: string): Promise<number> {
  const { rows } = await db.execute<{ taken: number }>(
    sql`select session_seats_taken(${sessionId}, ${but ?? null}) as taken`,
  )
  return rows[0]?.taken ?? 0
}

export async function setReply(
  tx: Database,
  values: Pick<ReplyRow, 'placeId' | 'sessionId' | 'memberId' | 'answer' | 'brings'>,
): Promise<void> {
  const { answer, brings } = values
  await tx
    .insert(sessionReplies)
    .values(values)
    .onConflictDoUpdate({
      target: [sessionReplies.sessionId, sessionReplies.memberId],
      set: { answer, brings, saidAt: sql`clock_timestamp()`, movedUpAt: null, movedToldAt: null },
    })
}

/** Place in the queue from 1; null for who does not wait. */
export async function placeInQueue(
  db: Database,
  reply: ReplyRow | undefined,
): Promise<number | null> {
  if (reply?.answer !== 'waiting') return null
  return db.$count(
    sessionReplies,
    and(
      eq(sessionReplies.sessionId, reply.sessionId),
      eq(sessionReplies.answer, 'waiting'),
      sql`${sessionReplies.turn} <= ${reply.turn}`,
    ),
  )
}

/** How many come, by voice, may come, and wait. */
export async function coming(db: Database, sessionId: string) {
  const of = (what: ReturnType<typeof sql>) =>
    sql<number>`count(*) filter (where ${what})::int`.mapWith(Number)
  const comes = sql`${sessionReplies.answer} = 'yes'`
  const [row] = await db
    .select({
      residents: of(sql`${comes} and ${groupMembers.bloc} = 'residents'`),
      organisations: of(sql`${comes} and ${groupMembers.bloc} = 'organisations'`),
      'public-bodies': of(sql`${comes} and ${groupMembers.bloc} = 'public-bodies'`),
      maybe: of(sql`${sessionReplies.answer} = 'maybe'`),
      waiting: of(sql`${sessionReplies.answer} = 'waiting'`),
    })
    .from(sessionReplies)
    .innerJoin(groupMembers, eq(groupMembers.id, sessionReplies.memberId))
    .where(eq(sessionReplies.sessionId, sessionId))
  return row ?? { residents: 0, organisations: 0, 'public-bodies': 0, maybe: 0, waiting: 0 }
}

/** Everybody in the group with what they said; who rests too, for they may come. */
export const peopleOf = (db: Database, session: { id: string; groupId: string }) =>
  db
    .select({ member: groupMembers, reply: sessionReplies, came: sessionAttendance.came })
    .from(groupMembers)
    .leftJoin(
      sessionReplies,
      and(eq(sessionReplies.memberId, groupMembers.id), eq(sessionReplies.sessionId, session.id)),
    )
    .leftJoin(
      sessionAttendance,
      and(
        eq(sessionAttendance.memberId, groupMembers.id),
        eq(sessionAttendance.sessionId, session.id),
      ),
    )
    .where(and(eq(groupMembers.groupId, session.groupId), ne(groupMembers.state, 'left')))
    .orderBy(asc(groupMembers.firstName), asc(groupMembers.id))

/**
 * Whom a change or a cancellation concerns, with what they said: everybody was invited, so also who never answered. Only
 * who said no is left alone.
 */
export const concerned = (db: Database, session: { id: string; groupId: string }) =>
  db
    .select({ member: groupMembers, answer: sessionReplies.answer })
    .from(groupMembers)
    .leftJoin(
      sessionReplies,
      and(eq(sessionReplies.memberId, groupMembers.id), eq(sessionReplies.sessionId, session.id)),
    )
    .where(
      and(
        eq(groupMembers.groupId, session.groupId),
        ne(groupMembers.state, 'left'),
        sql`${sessionReplies.answer} is distinct from 'no'`,
      ),
    )
    .orderBy(asc(groupMembers.id))

/** Whom no letter reaches. Once for each reason: another change asks for another call. */
export const toRing = (
  tx: Database,
  values: { placeId: string; sessionId: string; memberId: string; about: RingAbout },
) =>
  tx
    .insert(sessionRings)
    .values(values)
    .onConflictDoUpdate({
      target: [sessionRings.sessionId, sessionRings.memberId, sessionRings.about],
      set: { rungAt: null, createdAt: sql`clock_timestamp()` },
    })

export const ringsOf = (db: Database, sessionId: string) =>
  db
    .select({
      memberId: sessionRings.memberId,
      about: sessionRings.about,
      rungAt: sessionRings.rungAt,
      firstName: groupMembers.firstName,
      contact: groupMembers.contact,
    })
    .from(sessionRings)
    .innerJoin(groupMembers, eq(groupMembers.id, sessionRings.memberId))
    .where(eq(sessionRings.sessionId, sessionId))
    .orderBy(asc(sessionRings.createdAt), asc(sessionRings.memberId))

export const markRung = (
  tx: Database,
  at: { sessionId: string; memberId: string; about: RingAbout },
) =>
  tx
    .update(sessionRings)
    .set({ rungAt: sql`clock_timestamp()` })
    .where(
      and(
        eq(sessionRings.sessionId, at.sessionId),
        eq(sessionRings.memberId, at.memberId),
        eq(sessionRings.about, at.about),
        isNull(sessionRings.rungAt),
      ),
    )

/** Those who moved up and have not been told; taken so that nobody is told twice. */
export const takeMovedUp = async (tx: Database, sessionId?: string): Promise<ReplyRow[]> => {
  const moved = and(isNotNull(sessionReplies.movedUpAt), isNull(sessionReplies.movedToldAt))
  const rows = await tx
    .select()
    .from(sessionReplies)
    .where(and(moved, sessionId ? eq(sessionReplies.sessionId, sessionId) : undefined))
    .orderBy(asc(sessionReplies.sessionId), asc(sessionReplies.turn))
    .limit(20)
    .for('update', { skipLocked: true })
  for (const { sessionId: session, memberId } of rows)
    await tx
      .update(sessionReplies)
      .set({ movedToldAt: sql`clock_timestamp()` })
      .where(and(eq(sessionReplies.sessionId, session), eq(sessionReplies.memberId, memberId)))
  return rows
}

export const setAttendance = (
  tx: Database,
  values: Omit<typeof sessionAttendance.$inferInsert, 'enteredAt'>,
) =>
  tx
    .insert(sessionAttendance)
    .values(values)
    .onConflictDoUpdate({
      target: [sessionAttendance.sessionId, sessionAttendance.memberId],
      set: { came: values.came, enteredBy: values.enteredBy },
    })

export const groupOfSession = async (tx: Database, sessionId: string) =>
  (
    await tx
      .select({ groupId: groupSessions.groupId })
      .from(groupSessions)
      .where(eq(groupSessions.id, sessionId))
  )[0]?.groupId
