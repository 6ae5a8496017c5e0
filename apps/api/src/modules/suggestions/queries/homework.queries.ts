import type { Bloc } from '@howcanwe/shared/codesign'
import { and, eq, getTableColumns, isNotNull, isNull, ne, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Database } from '../../../db/database.ts'
import { groupMembers, groupSessions } from '../../codesign/codesign.table.ts'
import { groupReports, homeworkMarks, ladderRatings, suggestions } from '../suggestions.table.ts'

type Mark = typeof homeworkMarks.$inferInsert & { memberId: string }
type Rating = typeof ladderRatings.$inferInsert & { memberId: string }

/** A group's report with the session at which its homework is marked, unless that was called off. */
const reports = (db: Database) =>
  db
    .select({
      ...getTableColumns(groupReports),
      startsAt: groupSessions.startsAt,
      venue: groupSessions.venue,
    })
    .from(groupReports)
    .leftJoin(
      groupSessions,
      and(eq(groupSessions.id, groupReports.sessionId), ne(groupSessions.state, 'cancelled')),
    )

export type ReportRow = Awaited<ReturnType<typeof reports>>[number]

export const reportOf = async (db: Database, groupId: string): Promise<ReportRow | undefined> =>
  (await reports(db).where(eq(groupReports.groupId, groupId)))[0]

export const setReport = (
  tx: Database,
  groupId: string,
  values: PgUpdateSetSource<typeof groupReports>,
) => tx.update(groupReports).set(values).where(eq(groupReports.groupId, groupId))

/** Takes a group that has met and was not asked yet where it stood, and notes that it is. */
export const takeToAsk = async (tx: Database): Promise<string | undefined> => {
  const [first] = await tx
    .select({ groupId: groupReports.groupId })
    .from(groupReports)
    .where(and(isNotNull(groupReports.heldAt), isNull(groupReports.ladderAskedAt)))
    .limit(1)
    .for('update', { skipLocked: true })
  if (first) await setReport(tx, first.groupId, { ladderAskedAt: sql`clock_timestamp()` })
  return first?.groupId
}

/** All marks of a group with the voice they come from; whose they are stays here, and is forgotten in time. */
export const marksOf = (db: Database, groupId: string) =>
  db
    .select({
      suggestionId: homeworkMarks.suggestionId,
      memberId: homeworkMarks.memberId,
      mark: homeworkMarks.mark,
      bloc: sql<Bloc>`coalesce(${homeworkMarks.bloc}, ${groupMembers.bloc})`,
    })
    .from(homeworkMarks)
    .innerJoin(suggestions, eq(suggestions.id, homeworkMarks.suggestionId))
    .leftJoin(groupMembers, eq(groupMembers.id, homeworkMarks.memberId))
    .where(eq(suggestions.groupId, groupId))

export const ratingsOf = (db: Database, groupId: string) =>
  db
    .select({
      memberId: ladderRatings.memberId,
      rung: ladderRatings.rung,
      bloc: sql<Bloc>`coalesce(${ladderRatings.bloc}, ${groupMembers.bloc})`,
    })
    .from(ladderRatings)
    .leftJoin(groupMembers, eq(groupMembers.id, ladderRatings.memberId))
    .where(eq(ladderRatings.groupId, groupId))

const ownStands = (enteredBy: string | null | undefined) => (enteredBy ? sql`true` : undefined)

/** @returns false where a mark typed in would take the place of the person's own */
export const mark = async (tx: Database, values: Mark): Promise<boolean> =>
  (
    await tx
      .insert(homeworkMarks)
      .values(values)
      .onConflictDoUpdate({
        target: [homeworkMarks.suggestionId, homeworkMarks.memberId],
        set: { mark: values.mark, enteredBy: values.enteredBy ?? null },
        setWhere: ownStands(values.enteredBy) && sql`${homeworkMarks.enteredBy} is not null`,
      })
      .returning({ id: homeworkMarks.memberId })
  ).length === 1

export const rate = async (tx: Database, values: Rating): Promise<boolean> =>
  (
    await tx
      .insert(ladderRatings)
      .values(values)
      .onConflictDoUpdate({
        target: [ladderRatings.groupId, ladderRatings.memberId],
        set: { rung: values.rung, enteredBy: values.enteredBy ?? null },
        setWhere: ownStands(values.enteredBy) && sql`${ladderRatings.enteredBy} is not null`,
      })
      .returning({ id: ladderRatings.memberId })
  ).length === 1
