import { and, asc, eq, getTableColumns, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { challenges } from '../../challenges/challenges.table.ts'
import { groupMembers, groupSessions, groups } from '../../codesign/codesign.table.ts'
import { suggestionMoves, suggestions } from '../suggestions.table.ts'

const select = (db: Database) =>
  db
    .select({
      ...getTableColumns(suggestions),
      firstName: groupMembers.firstName,
      contactBy: groupMembers.contactBy,
      contact: groupMembers.contact,
      memberState: groupMembers.state,
    })
    .from(suggestions)
    .leftJoin(groupMembers, eq(groupMembers.id, suggestions.memberId))

/** A suggestion with who said it. Never leaves the module unshaped. */
export type SuggestionRow = Awaited<ReturnType<typeof select>>[number]
export type MoveRow = typeof suggestionMoves.$inferSelect

export const ofGroup = (db: Database, groupId: string): Promise<SuggestionRow[]> =>
  select(db).where(eq(suggestions.groupId, groupId)).orderBy(asc(suggestions.number))

export const byId = async (db: Database, id: string): Promise<SuggestionRow | undefined> =>
  (await select(db).where(eq(suggestions.id, id)))[0]

export const lock = (tx: Database, id: string) =>
  tx
    .select({ id: suggestions.id })
    .from(suggestions)
    .where(eq(suggestions.id, id))
    .for('no key update')

export const movesOf = (db: Database, ids: readonly string[]): Promise<MoveRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(suggestionMoves)
        .where(inArray(suggestionMoves.suggestionId, [...ids]))
        .orderBy(asc(suggestionMoves.at))

export async function add(tx: Database, values: typeof suggestions.$inferInsert): Promise<string> {
  const [row] = await tx.insert(suggestions).values(values).returning({ id: suggestions.id })
  if (!row) throw new Error('insert returned no row')
  return row.id
}

export const change = (
  tx: Database,
  id: string,
  values: Partial<typeof suggestions.$inferInsert>,
) => tx.update(suggestions).set(values).where(eq(suggestions.id, id))

/** Who asks the question a group is for, and who runs the group: who may answer what it suggests. */
export const partiesOf = async (db: Database, groupId: string) =>
  (
    await db
      .select({
        id: groups.id,
        placeId: groups.placeId,
        name: groups.name,
        challengeId: groups.challengeId,
        facilitatorId: groups.facilitatorId,
        commissionerId: challenges.commissionerId,
      })
      .from(groups)
      .innerJoin(challenges, eq(challenges.id, groups.challengeId))
      .where(eq(groups.id, groupId))
  )[0]

/** Suggestions of a place that wait for an answer, the most pressing first. */
export const waitingIn = (db: Database, placeId: string) =>
  db
    .select({
      ...getTableColumns(suggestions),
      groupName: groups.name,
      challengeId: groups.challengeId,
      facilitatorId: groups.facilitatorId,
      commissionerId: challenges.commissionerId,
    })
    .from(suggestions)
    .innerJoin(groups, eq(groups.id, suggestions.groupId))
    .innerJoin(challenges, eq(challenges.id, groups.challengeId))
    .where(
      and(
        eq(suggestions.placeId, placeId),
        inArray(suggestions.state, ['said', 'acknowledged', 'doing']),
      ),
    )
    .orderBy(
      sql`case ${suggestions.state} when 'said' then ${suggestions.acknowledgeBy}
        when 'acknowledged' then ${suggestions.answerBy} else ${suggestions.doneBy} end`,
    )
    .limit(500)

export const setState = (tx: Database, groupId: string, state: typeof groups.$inferSelect.state) =>
  tx.update(groups).set({ state }).where(eq(groups.id, groupId))

/** Whether these are the notes of a session of this group. */
export const isSessionOf = async (db: Database, groupId: string, sessionId: string) =>
  (
    await db
      .select({ id: groupSessions.id })
      .from(groupSessions)
      .where(and(eq(groupSessions.id, sessionId), eq(groupSessions.groupId, groupId)))
  ).length === 1

/** The database's clock: what is late does not hang on a machine's own. */
export async function now(db: Database): Promise<Date> {
  const { rows } = await db.execute<{ at: string }>(
    sql`select to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`,
  )
  return new Date(rows[0]?.at ?? 0)
}
