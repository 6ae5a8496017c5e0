import type { Stage } from '@howcanwe/shared/cases'
import { and, asc, desc, eq, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import { alias, type PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { groups } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { registerEntries } from '../register/register.table.ts'
import { brokerActions, brokerCaseMoves, brokerCases, brokerConflicts } from './cases.table.ts'

const other = alias(organisations, 'other')
const now = sql`clock_timestamp()`

type New = typeof brokerCases.$inferInsert
export type CaseRow = typeof brokerCases.$inferSelect

const whole = (db: Database) =>
  db
    .select({
      row: brokerCases,
      broker: people.displayName,
      challenge: { id: challenges.id, question: challenges.question, slug: challenges.slug },
      organisation: organisations.name,
      other: other.name,
      entry: registerEntries.nameShown,
      group: groups.name,
      minutes: sql<number>`(select coalesce(sum(a.minutes), 0) from broker_actions a
        where a.case_id = ${brokerCases.id})`.mapWith(Number),
    })
    .from(brokerCases)
    .innerJoin(people, eq(people.id, brokerCases.brokerId))
    .leftJoin(challenges, eq(challenges.id, brokerCases.challengeId))
    .leftJoin(organisations, eq(organisations.id, brokerCases.organisationId))
    .leftJoin(other, eq(other.id, brokerCases.otherOrganisationId))
    .leftJoin(registerEntries, eq(registerEntries.id, brokerCases.registerEntryId))
    .leftJoin(groups, eq(groups.id, brokerCases.groupId))
    .$dynamic()

export type WholeCase = Awaited<ReturnType<typeof whole>>[number]

export const caseById = async (db: Database, id: string): Promise<WholeCase | undefined> =>
  (await whole(db).where(eq(brokerCases.id, id)))[0]

/** One after the other, until the transaction ends. */
export const lockCase = async (tx: Database, id: string): Promise<CaseRow | undefined> =>
  (await tx.select().from(brokerCases).where(eq(brokerCases.id, id)).for('update'))[0]

/** Not about a challenge on whose side somebody stands, nor about an organisation of theirs (§2.2). */
const neutralFor = (personId: string): SQL => sql`
  (${brokerCases.challengeId} is null or not represents_party(${brokerCases.challengeId}, ${personId}))
  and not exists (select 1 from memberships m where m.person_id = ${personId}
    and m.organisation_id in (${brokerCases.organisationId}, ${brokerCases.otherOrganisationId}))`

export interface Desk {
  placeId: string
  personId: string
  /** All cases of the place, or those of these challenges. */
  challenges: 'all' | readonly string[]
}

/** Cases on a broker's desk, the next due first. */
export const casesOf = (db: Database, desk: Desk, state: 'open' | 'closed', most: number) =>
  whole(db)
    .where(
      and(
        eq(brokerCases.placeId, desk.placeId),
        eq(brokerCases.state, state),
        desk.challenges === 'all'
          ? undefined
          : inArray(brokerCases.challengeId, [...desk.challenges]),
        neutralFor(desk.personId),
      ),
    )
    .orderBy(sql`${brokerCases.dueOn} asc nulls last`, asc(brokerCases.id))
    .limit(most)

export async function insertCase(tx: Database, row: New): Promise<string> {
  const [made] = await tx.insert(brokerCases).values(row).returning({ id: brokerCases.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

export const putMove = (
  tx: Database,
  move: { placeId: string; caseId: string; from: Stage | null; to: Stage; movedBy: string },
) =>
  tx.insert(brokerCaseMoves).values({
    placeId: move.placeId,
    caseId: move.caseId,
    fromStage: move.from,
    toStage: move.to,
    movedBy: move.movedBy,
  })

/** Writes over the version somebody saw; false when another was stored in between. */
export const changeCaseRow = async (
  tx: Database,
  seen: { id: string; version: number },
  change: PgUpdateSetSource<typeof brokerCases>,
): Promise<boolean> =>
  (
    await tx
      .update(brokerCases)
      .set({ ...change, version: seen.version + 1, updatedAt: now })
      .where(and(eq(brokerCases.id, seen.id), eq(brokerCases.version, seen.version)))
      .returning({ id: brokerCases.id })
  ).length === 1

export const closeRow = (tx: Database, seen: { id: string; version: number }, outcome: string) =>
  changeCaseRow(tx, seen, { state: 'closed', outcome, closedAt: now })

export const putAction = (tx: Database, row: typeof brokerActions.$inferInsert) =>
  tx.insert(brokerActions).values(row)

/**
 * Lines that do not concern an organisation of theirs, nor a challenge on whose side they stand (§2.2). Of introductions
 * noted before both parties were kept, only who wrote them reads the line: its second party is not known.
 */
const concernsOthers = (personId: string): SQL => sql`
  not exists (select 1 from memberships m where m.person_id = ${personId}
    and m.organisation_id in (${brokerActions.organisationId}, ${brokerActions.otherOrganisationId}))
  and (${brokerActions.challengeId} is null or not represents_party(${brokerActions.challengeId}, ${personId}))
  and (${brokerActions.kind} <> 'introduction' or ${brokerActions.brokerId} = ${personId}
    or ${brokerActions.organisationId} is null or ${brokerActions.otherOrganisationId} is not null)`

/** The log of a case as one broker reads it, newest first. */
export const logOf = (db: Database, caseId: string, personId: string) =>
  db
    .select({ row: brokerActions, by: people.displayName })
    .from(brokerActions)
    .innerJoin(people, eq(people.id, brokerActions.brokerId))
    .where(and(eq(brokerActions.caseId, caseId), concernsOthers(personId)))
    .orderBy(desc(brokerActions.at), desc(brokerActions.id))
    .limit(500)

export const movesOf = (db: Database, caseId: string) =>
  db
    .select({ row: brokerCaseMoves, by: people.displayName })
    .from(brokerCaseMoves)
    .innerJoin(people, eq(people.id, brokerCaseMoves.movedBy))
    .where(eq(brokerCaseMoves.caseId, caseId))
    .orderBy(desc(brokerCaseMoves.at), desc(brokerCaseMoves.id))

/** Said once; a second time changes nothing. */
export const putConflict = async (
  tx: Database,
  row: typeof brokerConflicts.$inferInsert,
): Promise<string | undefined> =>
  (await tx.insert(brokerConflicts).values(row).onConflictDoNothing().returning())[0]?.id

/**
 * The newest open case of a place about this, where there is one that this broker may write in: never one about another
 * challenge, nor one in which they are not neutral.
 */
export async function openCaseAbout(
  tx: Database,
  about: {
    placeId: string
    brokerId: string
    challengeId?: string | undefined
    organisationId?: string | undefined
    registerEntryId?: string | undefined
  },
): Promise<string | undefined> {
  const { placeId, brokerId, challengeId, organisationId, registerEntryId } = about
  const [row] = await tx
    .select({ id: brokerCases.id })
    .from(brokerCases)
    .where(
      and(
        eq(brokerCases.placeId, placeId),
        eq(brokerCases.state, 'open'),
        sql`(${brokerCases.organisationId} = ${organisationId ?? null}::uuid
          or ${brokerCases.registerEntryId} = ${registerEntryId ?? null}::uuid
          or ${brokerCases.subjectKind} = 'challenge' and ${brokerCases.challengeId} = ${challengeId ?? null}::uuid)`,
        challengeId
          ? or(isNull(brokerCases.challengeId), eq(brokerCases.challengeId, challengeId))
          : undefined,
        neutralFor(brokerId),
      ),
    )
    .orderBy(sql`${brokerCases.subjectKind} = 'challenge'`, desc(brokerCases.id))
    .limit(1)
  return row?.id
}

/** Whether a case may be about this in this place. */
export async function subjectExists(
  db: Database,
  placeId: string,
  about: Pick<
    New,
    'challengeId' | 'organisationId' | 'otherOrganisationId' | 'registerEntryId' | 'groupId'
  >,
): Promise<boolean> {
  const { rows } = await db.execute<{ fits: boolean }>(sql`select
    (${about.challengeId ?? null}::uuid is null or exists (select 1 from challenges
      where id = ${about.challengeId ?? null} and place_id = ${placeId} and slug is not null))
    and (${about.organisationId ?? null}::uuid is null or exists (select 1 from organisations
      where id = ${about.organisationId ?? null} and place_id = ${placeId} and state <> 'left'))
    and (${about.otherOrganisationId ?? null}::uuid is null or exists (select 1 from organisations
      where id = ${about.otherOrganisationId ?? null} and place_id = ${placeId} and state <> 'left'))
    and (${about.registerEntryId ?? null}::uuid is null or exists (select 1 from register_entries
      where id = ${about.registerEntryId ?? null}))
    and (${about.groupId ?? null}::uuid is null or exists (select 1 from groups
      where id = ${about.groupId ?? null} and place_id = ${placeId})) as fits`)
  return rows[0]?.fits ?? false
}

/** A group works on one challenge: whoever stands on a side there stands on it here. */
export const challengeOfGroup = async (db: Database, groupId: string): Promise<string | null> =>
  (
    await db.select({ challengeId: groups.challengeId }).from(groups).where(eq(groups.id, groupId))
  )[0]?.challengeId ?? null
