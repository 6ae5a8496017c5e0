import { and, asc, desc, eq, inArray, isNull, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../../db/database.ts'
import { challenges } from '../../challenges/challenges.table.ts'
import { groupMembers, groups } from '../../codesign/codesign.table.ts'
import { people } from '../../identity/identity.table.ts'
import {
  decisionBallots,
  decisionCounts,
  decisionHoldCalls,
  decisionObjections,
  decisions,
  decisionVersions,
} from '../decisions.table.ts'

export type DecisionRow = typeof decisions.$inferSelect
export type VersionRow = typeof decisionVersions.$inferSelect
export type CountRow = typeof decisionCounts.$inferSelect
export type CallRow = typeof decisionHoldCalls.$inferSelect

export const decisionById = async (db: Database, id: string): Promise<DecisionRow | undefined> =>
  (await db.select().from(decisions).where(eq(decisions.id, id)))[0]

/** Waits for answers under way; nobody else moves it meanwhile. */
export const lockDecision = async (tx: Database, id: string): Promise<DecisionRow | undefined> =>
  (await tx.select().from(decisions).where(eq(decisions.id, id)).for('update'))[0]

export const decisionsOf = (db: Database, groupId: string): Promise<DecisionRow[]> =>
  db.select().from(decisions).where(eq(decisions.groupId, groupId)).orderBy(desc(decisions.number))

export const versionsOf = (db: Database, decisionIds: string[]): Promise<VersionRow[]> =>
  decisionIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(decisionVersions)
        .where(inArray(decisionVersions.decisionId, decisionIds))
        .orderBy(desc(decisionVersions.number))

/** From when something may be decided on the words of a version, by the database's clock; undefined once it may. */
export async function notBeforeOf(db: Database, versionId: string): Promise<Date | undefined> {
  const [row] = await db
    .select({ until: sql<string>`to_json(decision_words_until(${decisionVersions}))` })
    .from(decisionVersions)
    .where(
      and(
        eq(decisionVersions.id, versionId),
        sql`decision_words_until(${decisionVersions}) > clock_timestamp()`,
      ),
    )
  return row && new Date(row.until)
}

export const countsOf = (db: Database, versionIds: string[]): Promise<CountRow[]> =>
  versionIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(decisionCounts)
        .where(inArray(decisionCounts.versionId, versionIds))
        .orderBy(
          sql`array_position(array['residents', 'organisations', 'public-bodies'], ${decisionCounts.bloc})`,
        )

const objectionsWhere = (db: Database, versionIds: string[]) =>
  db
    .select({ objection: decisionObjections, answeredByName: people.displayName })
    .from(decisionObjections)
    .leftJoin(people, eq(people.id, decisionObjections.answeredBy))
    .where(inArray(decisionObjections.versionId, versionIds))
    .orderBy(asc(decisionObjections.createdAt), asc(decisionObjections.id))
export type ObjectionRow = Awaited<ReturnType<typeof objectionsWhere>>[number]
export const objectionsOf = (db: Database, versionIds: string[]): Promise<ObjectionRow[]> =>
  versionIds.length === 0 ? Promise.resolve([]) : objectionsWhere(db, versionIds)

export const callsOf = (db: Database, versionIds: string[]): Promise<CallRow[]> =>
  versionIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(decisionHoldCalls)
        .where(inArray(decisionHoldCalls.versionId, versionIds))
        .orderBy(asc(decisionHoldCalls.createdAt))

export const ballotsBy = (db: Database, memberId: string, versionIds: string[]) =>
  versionIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(decisionBallots)
        .where(
          and(
            eq(decisionBallots.memberId, memberId),
            inArray(decisionBallots.versionId, versionIds),
          ),
        )

/** How many of those whose voice is asked have answered a version: never who. */
export async function answeredOf(
  db: Database,
  { versionId, groupId, kind }: { versionId: string; groupId: string; kind: string },
): Promise<{ answered: number; of: number }> {
  const [row] = await db
    .select({
      answered: sql<number>`count(${decisionBallots.memberId})::int`,
      of: sql<number>`count(*)::int`,
    })
    .from(groupMembers)
    .leftJoin(
      decisionBallots,
      and(eq(decisionBallots.memberId, groupMembers.id), eq(decisionBallots.versionId, versionId)),
    )
    .where(
      and(
        eq(groupMembers.groupId, groupId),
        sql`decision_asks(${kind}, ${groupMembers.bloc}) and decision_voter(${groupMembers})`,
      ),
    )
  return row ?? { answered: 0, of: 0 }
}

/** Whether this member's voice is asked, and they take part without running or brokering it: the guards say the same. */
export const mayAnswer = async (db: Database, memberId: string, kind: string): Promise<boolean> =>
  (
    await db
      .select({
        may: sql<boolean>`decision_asks(${kind}, ${groupMembers.bloc}) and decision_voter(${groupMembers})`,
      })
      .from(groupMembers)
      .where(eq(groupMembers.id, memberId))
  )[0]?.may ?? false

const me = alias(groupMembers, 'me')
/** For which voice a member answers a decision of this kind, and how many people are asked with them. */
export async function voiceOf(db: Database, memberId: string, kind: string) {
  const [row] = await db
    .select({ bloc: groupMembers.bloc, members: sql<number>`count(*)::int` })
    .from(me)
    .innerJoin(
      groupMembers,
      and(eq(groupMembers.groupId, me.groupId), eq(groupMembers.bloc, me.bloc)),
    )
    .where(
      and(
        eq(me.id, memberId),
        sql`decision_asks(${kind}, ${groupMembers.bloc}) and decision_voter(${groupMembers})`,
      ),
    )
    .groupBy(groupMembers.bloc)
  return row ?? null
}

/** Residents who take part, of whom so many stop the clock. */
export async function residentsOf(db: Database, groupId: string): Promise<number> {
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(groupMembers)
    .where(
      and(
        eq(groupMembers.groupId, groupId),
        eq(groupMembers.bloc, 'residents'),
        sql`decision_voter(${groupMembers})`,
      ),
    )
  return row?.count ?? 0
}

const asker = alias(people, 'asker')
/** Who answers for the body, and by which name those who answered are known. */
export const bodyOf = async (db: Database, groupId: string, answeredBy: string | null) =>
  (
    await db
      .select({
        id: challenges.commissionerId,
        name: people.displayName,
        answered: asker.displayName,
      })
      .from(groups)
      .innerJoin(challenges, eq(challenges.id, groups.challengeId))
      .innerJoin(people, eq(people.id, challenges.commissionerId))
      .leftJoin(asker, answeredBy ? eq(asker.id, answeredBy) : sql`false`)
      .where(eq(groups.id, groupId))
  )[0]

/** Decisions of groups for this person's questions that wait for their answer, the nearest day first. */
export const waitingFor = (db: Database, personId: string) =>
  db
    .select({ decision: decisions, groupName: groups.name })
    .from(decisions)
    .innerJoin(groups, eq(groups.id, decisions.groupId))
    .innerJoin(challenges, eq(challenges.id, groups.challengeId))
    .where(
      and(
        eq(challenges.commissionerId, personId),
        isNull(decisions.answeredAt),
        sql`${decisions.answerBy} is not null`,
      ),
    )
    .orderBy(asc(decisions.answerBy))
    .limit(100)
