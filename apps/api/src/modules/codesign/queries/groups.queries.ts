import { and, asc, eq, getTableColumns, gt, inArray, notInArray, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { challenges } from '../../challenges/challenges.table.ts'
import { people } from '../../identity/identity.table.ts'
import { reach } from '../../identity/index.ts'
import { places } from '../../places/places.table.ts'
import { groupEchoes } from '../codesign.echoes.table.ts'
import { ECHO_HOURS, LIVE_STATES } from '../codesign.rules.ts'
import { groupSessions, groups } from '../codesign.table.ts'

export type SessionRow = typeof groupSessions.$inferSelect
const MOST = 100

const echoes = sql<number>`(
  select count(*)::int from ${groupEchoes} where ${groupEchoes.groupId} = ${groups.id}
  and ${groupEchoes.createdAt} > clock_timestamp() - ${ECHO_HOURS}::int * interval '1 hour')`

const nextStart = sql`(
  select min(${groupSessions.startsAt}) from ${groupSessions} where ${groupSessions.groupId} = ${groups.id}
  and ${groupSessions.endsAt} > clock_timestamp() and ${groupSessions.state} in ('announced', 'access-check', 'confirmed'))`

const select = (db: Database) =>
  db
    .select({
      ...getTableColumns(groups),
      slug: challenges.slug,
      question: challenges.question,
      challengeState: challenges.state,
      facilitatorName: people.displayName,
      facilitatorReach: reach,
      facilitatorLanguage: people.language,
      zone: places.timeZone,
      placeName: places.name,
      contactName: places.contactName,
      contactPhone: places.contactPhone,
      echoes,
    })
    .from(groups)
    .innerJoin(challenges, eq(challenges.id, groups.challengeId))
    .innerJoin(people, eq(people.id, groups.facilitatorId))
    .innerJoin(places, eq(places.id, groups.placeId))

/** A group with its question, its facilitator and its place. Never leaves the module unshaped. */
export type GroupRow = Awaited<ReturnType<typeof select>>[number]

const isLive = inArray(challenges.state, [...LIVE_STATES])

export const liveGroups = (
  db: Database,
  by: { placeId?: string | undefined; challengeId?: string | undefined },
): Promise<GroupRow[]> =>
  select(db)
    .where(
      and(
        isLive,
        by.placeId ? eq(groups.placeId, by.placeId) : undefined,
        by.challengeId ? eq(groups.challengeId, by.challengeId) : undefined,
      ),
    )
    .orderBy(sql`${nextStart} asc nulls last`, asc(groups.id))
    .limit(MOST)

export const liveGroup = async (db: Database, id: string): Promise<GroupRow | undefined> =>
  (await select(db).where(and(isLive, eq(groups.id, id))))[0]

/** Also of a question that was withdrawn: its facilitator still has people to ring. */
export const groupById = async (db: Database, id: string): Promise<GroupRow | undefined> =>
  (await select(db).where(eq(groups.id, id)))[0]

export const groupsRunBy = (db: Database, facilitatorId: string): Promise<GroupRow[]> =>
  select(db)
    .where(eq(groups.facilitatorId, facilitatorId))
    .orderBy(sql`${nextStart} asc nulls last`, asc(groups.id))
    .limit(MOST)

const inOrder = (db: Database, where: SQL | undefined): Promise<SessionRow[]> =>
  db
    .select()
    .from(groupSessions)
    .where(where)
    .orderBy(asc(groupSessions.startsAt), asc(groupSessions.id))

/** Sessions that are not over yet, by the database's clock; cancelled ones too, so that nobody waits in vain. */
export const sessionsToCome = async (db: Database, groupIds: string[]): Promise<SessionRow[]> =>
  groupIds.length === 0
    ? []
    : inOrder(
        db,
        and(
          inArray(groupSessions.groupId, groupIds),
          gt(groupSessions.endsAt, sql`clock_timestamp()`),
          notInArray(groupSessions.state, ['held', 'notes-shared', 'paid', 'closed']),
        ),
      )

/** All of a group's sessions, past and cancelled ones too: a calendar that is read again must still find them. */
export const allSessions = (db: Database, groupId: string, id?: string): Promise<SessionRow[]> =>
  inOrder(db, and(eq(groupSessions.groupId, groupId), id ? eq(groupSessions.id, id) : undefined))

/** Draws words to join by until some are free: the unique index settles what two draw at the same instant. */
export async function addGroup(
  tx: Database,
  values: typeof groups.$inferInsert,
  drawCode: (attempt: number) => string,
): Promise<string> {
  for (let attempt = 0; ; attempt++) {
    const [row] = await tx
      .insert(groups)
      .values({ ...values, joinCode: drawCode(attempt) })
      .onConflictDoNothing({ target: groups.joinCode })
      .returning({ id: groups.id })
    if (row) return row.id
  }
}

export const groupByCode = async (db: Database, code: string): Promise<GroupRow | undefined> =>
  (await select(db).where(and(isLive, eq(groups.joinCode, code))))[0]

/** True when this moment has come, by the database's clock. */
export async function hasCome(tx: Database, at: Date): Promise<boolean> {
  const { rows } = await tx.execute<{ come: boolean }>(
    sql`select ${at.toISOString()}::timestamptz <= clock_timestamp() as come`,
  )
  return rows[0]?.come === true
}

export async function addSession(
  tx: Database,
  values: typeof groupSessions.$inferInsert,
): Promise<SessionRow> {
  const [row] = await tx.insert(groupSessions).values(values).returning()
  if (!row) throw new Error('insert returned no row')
  return row
}
