import type { NeedState } from '@howcanwe/shared/sessions'
import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers } from '../../codesign/codesign.table.ts'
import { accessNeeds, sessionNeeds } from '../needs.table.ts'
import { sessionReplies } from '../sessions.table.ts'

/** A need with how far it is for one session. */
export interface NeedRow {
  id: string
  placeId: string
  memberId: string
  field: string
  state: NeedState
  saidAt: Date
  /** What they say about coming. */
  answer: string | null
  firstName: string
}

const select = (db: Database, sessionId: string) =>
  db
    .select({
      id: accessNeeds.id,
      placeId: accessNeeds.placeId,
      memberId: accessNeeds.memberId,
      field: accessNeeds.field,
      saidAt: accessNeeds.createdAt,
      state: sql<NeedState>`coalesce(${sessionNeeds.state}, 'stated')`,
      answer: sessionReplies.answer,
      firstName: groupMembers.firstName,
    })
    .from(accessNeeds)
    .innerJoin(groupMembers, eq(groupMembers.id, accessNeeds.memberId))
    .leftJoin(
      sessionNeeds,
      and(eq(sessionNeeds.needId, accessNeeds.id), eq(sessionNeeds.sessionId, sessionId)),
    )
    .leftJoin(
      sessionReplies,
      and(
        eq(sessionReplies.memberId, accessNeeds.memberId),
        eq(sessionReplies.sessionId, sessionId),
      ),
    )

const inOrder = [asc(accessNeeds.createdAt), asc(accessNeeds.id)] as const

/** Needs of everybody in a group, for one session of it. */
export const needsIn = (
  db: Database,
  { id, groupId }: { id: string; groupId: string },
): Promise<NeedRow[]> =>
  select(db, id)
    .where(and(eq(groupMembers.groupId, groupId), ne(groupMembers.state, 'left')))
    .orderBy(...inOrder)

export const needsOf = (db: Database, sessionId: string, memberId: string): Promise<NeedRow[]> =>
  select(db, sessionId)
    .where(eq(accessNeeds.memberId, memberId))
    .orderBy(...inOrder)

export const needOf = async (db: Database, needId: string, memberId: string) =>
  (
    await db
      .select()
      .from(accessNeeds)
      .where(and(eq(accessNeeds.id, needId), eq(accessNeeds.memberId, memberId)))
  )[0]

export const ownNeeds = (db: Database, memberId: string) =>
  db
    .select()
    .from(accessNeeds)
    .where(eq(accessNeeds.memberId, memberId))
    .orderBy(...inOrder)

export async function needByField(tx: Database, memberId: string, field: string) {
  const [row] = await tx
    .select({ id: accessNeeds.id })
    .from(accessNeeds)
    .where(and(eq(accessNeeds.memberId, memberId), eq(accessNeeds.field, field)))
  if (!row) throw new Error('a need comes with its box')
  return row.id
}

/** The session is held by whoever asks: an insert first would look like a need nobody has arranged yet. */
export async function setNeed(
  tx: Database,
  {
    state,
    ...of
  }: Pick<typeof sessionNeeds.$inferInsert, 'placeId' | 'sessionId' | 'needId' | 'state'>,
): Promise<void> {
  const rows = await tx
    .update(sessionNeeds)
    .set({ state })
    .where(and(eq(sessionNeeds.sessionId, of.sessionId), eq(sessionNeeds.needId, of.needId)))
    .returning({ needId: sessionNeeds.needId })
  if (rows.length === 0) await tx.insert(sessionNeeds).values({ ...of, state })
}

export async function openNeeds(db: Database, sessionId: string): Promise<number> {
  const { rows } = await db.execute<{ open: number }>(
    sql`select session_open_needs(${sessionId}) as open`,
  )
  return rows[0]?.open ?? 0
}
