import type { Bloc } from '@howcanwe/shared/codesign'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers } from '../../codesign/codesign.table.ts'
import type { FeltRow } from '../sessions.rules.ts'
import { sessionFelt } from '../sessions.table.ts'

export const feltBy = async (db: Database, sessionId: string, memberId: string) =>
  (
    await db
      .select({ heard: sessionFelt.heard, changed: sessionFelt.changed })
      .from(sessionFelt)
      .where(and(eq(sessionFelt.sessionId, sessionId), eq(sessionFelt.memberId, memberId)))
  )[0] ?? null

/** Sums, so that nobody's own answer leaves the database. */
export const feltIn = (db: Database, sessionId: string): Promise<FeltRow[]> =>
  db
    .select({
      bloc: sql<Bloc>`coalesce(${sessionFelt.bloc}, ${groupMembers.bloc})`,
      people: sql<number>`count(*)::int`,
      heard: sql<number>`sum(${sessionFelt.heard})::int`,
      changed: sql<number>`sum(${sessionFelt.changed})::int`,
    })
    .from(sessionFelt)
    .leftJoin(groupMembers, eq(groupMembers.id, sessionFelt.memberId))
    .where(eq(sessionFelt.sessionId, sessionId))
    .groupBy(sql`1`)

export const setFelt = (
  tx: Database,
  values: typeof sessionFelt.$inferInsert & { memberId: string },
) =>
  tx
    .insert(sessionFelt)
    .values(values)
    .onConflictDoUpdate({
      target: [sessionFelt.sessionId, sessionFelt.memberId],
      set: { heard: values.heard, changed: values.changed },
    })

/** @returns whether it was the first answer of this member; a second changes nothing */
export const addFelt = async (
  tx: Database,
  values: typeof sessionFelt.$inferInsert & { memberId: string },
): Promise<boolean> =>
  (await tx.insert(sessionFelt).values(values).onConflictDoNothing().returning()).length > 0
