import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupSessions } from '../../codesign/codesign.table.ts'
import { decisions, decisionVersions } from '../decisions.table.ts'
import { decisionSessions } from '../extra-sessions.table.ts'

const { id, startsAt, endsAt, state } = groupSessions

const extrasWhere = (db: Database, versionIds: string[]) =>
  db
    .select({ versionId: decisionSessions.versionId, session: { id, startsAt, endsAt, state } })
    .from(decisionSessions)
    .innerJoin(groupSessions, eq(id, decisionSessions.sessionId))
    .where(inArray(decisionSessions.versionId, versionIds))
export type ExtraRow = Awaited<ReturnType<typeof extrasWhere>>[number]
export const extrasOf = (db: Database, versionIds: string[]): Promise<ExtraRow[]> =>
  versionIds.length === 0 ? Promise.resolve([]) : extrasWhere(db, versionIds)

/** A second time only in the place of one that was called off; the database says which. */
export const callExtra = (
  tx: Database,
  values: { placeId: string; versionId: string; sessionId: string },
) =>
  tx
    .insert(decisionSessions)
    .values(values)
    .onConflictDoUpdate({
      target: decisionSessions.versionId,
      set: { sessionId: sql`excluded.session_id` },
    })

/** What a session was called for. */
export const calledFor = async (db: Database, at: { groupId: string; sessionId: string }) =>
  (
    await db
      .select({ id: decisions.id, number: decisions.number, text: decisionVersions.text })
      .from(decisionSessions)
      .innerJoin(decisionVersions, eq(decisionVersions.id, decisionSessions.versionId))
      .innerJoin(decisions, eq(decisions.id, decisionVersions.decisionId))
      .where(and(eq(decisionSessions.sessionId, at.sessionId), eq(decisions.groupId, at.groupId)))
      .orderBy(desc(decisions.number))
  )[0]
