import type { Bloc } from '@howcanwe/shared/codesign'
import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { groupMembers } from '../../codesign/codesign.table.ts'
import { groupReports, homeworkMarks, ladderRatings, suggestions } from '../suggestions.table.ts'

export type ReportRow = typeof groupReports.$inferSelect
type Mark = typeof homeworkMarks.$inferInsert & { memberId: string }
type Rating = typeof ladderRatings.$inferInsert & { memberId: string }

export const reportOf = async (db: Database, groupId: string): Promise<ReportRow | undefined> =>
  (await db.select().from(groupReports).where(eq(groupReports.groupId, groupId)))[0]

export const setReport = (
  tx: Database,
  groupId: string,
  values: Partial<typeof groupReports.$inferInsert>,
) => tx.update(groupReports).set(values).where(eq(groupReports.groupId, groupId))

/** Says that the meeting was held and that everybody is asked; the database says when. */
export const hold = async (tx: Database, groupId: string): Promise<boolean> =>
  (
    await tx
      .update(groupReports)
      .set({ heldAt: sql`clock_timestamp()`, ladderAskedAt: sql`clock_timestamp()` })
      .where(and(eq(groupReports.groupId, groupId), isNull(groupReports.heldAt)))
      .returning({ groupId: groupReports.groupId })
  ).length === 1

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
