import { and, asc, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groupSessions } from '../../codesign/codesign.table.ts'
import { accessNeeds, sessionNeeds } from '../needs.table.ts'
import { KEPT } from '../sessions.rules.ts'
import { agendaItems, sessionOutcomes, sessionReplies, sessionWishes } from '../sessions.table.ts'

export type SessionRow = typeof groupSessions.$inferSelect

const OVER = ['held', 'notes-shared', 'paid', 'closed'] as const
export const isPast = (s: Pick<SessionRow, 'state'>): boolean =>
  (OVER as readonly string[]).includes(s.state)

const ofGroup = (groupId: string, id: string) =>
  and(eq(groupSessions.groupId, groupId), eq(groupSessions.id, id))

export const sessionIn = async (db: Database, groupId: string, id: string) =>
  (await db.select().from(groupSessions).where(ofGroup(groupId, id)))[0]

/** Held until the transaction ends: whatever changes a session's replies, needs or agenda waits for it. */
export const lockSession = async (tx: Database, groupId: string, id: string) =>
  (await tx.select().from(groupSessions).where(ofGroup(groupId, id)).for('no key update'))[0]

export const sessionsOf = (db: Database, groupId: string): Promise<SessionRow[]> =>
  db
    .select()
    .from(groupSessions)
    .where(eq(groupSessions.groupId, groupId))
    .orderBy(asc(groupSessions.startsAt), asc(groupSessions.id))

export async function changeSession(
  tx: Database,
  id: string,
  values: Partial<typeof groupSessions.$inferInsert>,
): Promise<SessionRow> {
  const [row] = await tx
    .update(groupSessions)
    .set(values)
    .where(eq(groupSessions.id, id))
    .returning()
  if (!row) throw new Error('a session that was read is there')
  return row
}

export async function databaseNow(db: Database): Promise<Date> {
  const { rows } = await db.execute<{ now: string }>(sql`select clock_timestamp()::text as now`)
  return new Date(rows[0]?.now ?? Number.NaN)
}

/** Sessions of which something opened again and nobody was told yet; taken, so that nobody is told twice. */
export async function takeReopened(tx: Database, groupId?: string): Promise<SessionRow[]> {
  const rows = await tx
    .select()
    .from(groupSessions)
    .where(
      and(
        isNotNull(groupSessions.reopenedAt),
        groupId ? eq(groupSessions.groupId, groupId) : undefined,
      ),
    )
    .orderBy(asc(groupSessions.id))
    .limit(20)
    .for('no key update', { skipLocked: true })
  const ids = rows.map(({ id }) => id)
  if (ids.length > 0)
    await tx.update(groupSessions).set({ reopenedAt: null }).where(inArray(groupSessions.id, ids))
  return rows
}

/** How many outcomes each session of a group has. */
export const outcomeCounts = async (db: Database, groupId: string): Promise<Map<string, number>> =>
  new Map(
    (
      await db
        .select({ id: groupSessions.id, count: sql<number>`count(*)::int` })
        .from(groupSessions)
        .innerJoin(sessionOutcomes, eq(sessionOutcomes.sessionId, groupSessions.id))
        .where(eq(groupSessions.groupId, groupId))
        .groupBy(groupSessions.id)
    ).map(({ id, count }) => [id, count]),
  )

export const repliesOfMember = async (db: Database, memberId: string) =>
  new Map(
    (
      await db
        .select({ id: sessionReplies.sessionId, answer: sessionReplies.answer })
        .from(sessionReplies)
        .where(eq(sessionReplies.memberId, memberId))
    ).map(({ id, answer }) => [id, answer]),
  )

const isHeld = sql`${groupSessions.state} in ('held', 'notes-shared', 'paid', 'closed')`

/** Items of held sessions, and how many of them residents raised (M18). */
export async function agendaShare(db: Database, groupId: string) {
  const [row] = await db
    .select({
      items: sql<number>`count(*)::int`,
      residentsItems: sql<number>`count(*) filter (where ${agendaItems.bloc} = 'residents')::int`,
    })
    .from(agendaItems)
    .innerJoin(groupSessions, eq(groupSessions.id, agendaItems.sessionId))
    .where(and(eq(groupSessions.groupId, groupId), isHeld, isNull(agendaItems.offAt)))
  return row ?? { items: 0, residentsItems: 0 }
}

/**
 * Needs stated before held sessions by whoever had not said no, and how many were met (M25). Of a year: who said what
 * about coming is forgotten then.
 */
export async function accessKept(db: Database, groupId: string) {
  const [row] = await db
    .select({
      needs: sql<number>`count(*)::int`,
      needsKept: sql<number>`count(*) filter (where ${inArray(sessionNeeds.state, [...KEPT])})::int`,
    })
    .from(groupSessions)
    .innerJoin(groupMembers, eq(groupMembers.groupId, groupSessions.groupId))
    .innerJoin(accessNeeds, eq(accessNeeds.memberId, groupMembers.id))
    .leftJoin(
      sessionReplies,
      and(
        eq(sessionReplies.sessionId, groupSessions.id),
        eq(sessionReplies.memberId, groupMembers.id),
      ),
    )
    .leftJoin(
      sessionNeeds,
      and(eq(sessionNeeds.sessionId, groupSessions.id), eq(sessionNeeds.needId, accessNeeds.id)),
    )
    .where(
      and(
        eq(groupSessions.groupId, groupId),
        isHeld,
        sql`${groupSessions.endsAt} > clock_timestamp() - interval '365 days'`,
        sql`${sessionReplies.answer} is distinct from 'no'`,
        sql`${accessNeeds.createdAt} < ${groupSessions.startsAt}`,
      ),
    )
  return row ?? { needs: 0, needsKept: 0 }
}

export const remindOf = async (db: Database, memberId: string) =>
  (await db.select().from(sessionWishes).where(eq(sessionWishes.memberId, memberId)))[0]?.remind ??
  'two-days'

export const setRemind = (tx: Database, values: typeof sessionWishes.$inferInsert) =>
  tx
    .insert(sessionWishes)
    .values(values)
    .onConflictDoUpdate({ target: sessionWishes.memberId, set: { remind: values.remind } })
