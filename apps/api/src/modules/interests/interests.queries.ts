import type { Interest } from '@howcanwe/shared/interests'
import type { IncomeBand } from '@howcanwe/shared/organisations'
import { and, arrayOverlaps, desc, eq, inArray, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { memberships, organisations } from '../organisations/organisations.table.ts'
import { interests } from './interests.table.ts'

type New = typeof interests.$inferInsert
/** The five answers and the conflict tick. */
export type Answers = Pick<
  New & { fromWhen: string | null },
  | 'why'
  | 'bring'
  | 'bringNote'
  | 'hoursPerMonth'
  | 'fromWhen'
  | 'need'
  | 'needNote'
  | 'together'
  | 'togetherWith'
  | 'conflict'
  | 'conflictNote'
>

/** What an opened challenge always has (a check of its table), though the columns may be empty. */
const slug = sql<string>`${challenges.slug}`
const closesAt = sql<Date>`${challenges.closesAt}`.mapWith(challenges.closesAt)

const whole = (db: Database) =>
  db
    .select({
      interest: interests,
      challenge: {
        id: challenges.id,
        slug,
        question: challenges.question,
        closesAt,
        resultsBy: challenges.resultsBy,
      },
      organisation: {
        id: organisations.id,
        name: organisations.name,
        kind: organisations.kind,
        sector: organisations.sector,
        /** Of several who answered as one: the band they count as (§2.7). */
        incomeBand: sql<IncomeBand>`coalesce(${interests.jointBand}, ${organisations.incomeBand})`,
      },
      /** Still open, by the database's clock. */
      open: sql<boolean>`${challenges.state} = 'open' and ${challenges.closesAt} > clock_timestamp()`,
    })
    .from(interests)
    .innerJoin(challenges, eq(challenges.id, interests.challengeId))
    .innerJoin(organisations, eq(organisations.id, interests.organisationId))
    .$dynamic()

export type WholeRow = Awaited<ReturnType<typeof whole>>[number]

export const interestById = async (db: Database, id: string): Promise<WholeRow | undefined> =>
  (await whole(db).where(eq(interests.id, id)))[0]

export const interestsOfOrganisations = (db: Database, ids: string[]): Promise<WholeRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : whole(db)
        .where(or(inArray(interests.organisationId, ids), arrayOverlaps(interests.parties, ids)))
        .orderBy(desc(interests.receivedAt), desc(interests.id))

/** In an order drawn by lot and the same each time: neither early birds nor the letter A come first. */
export const interestsOfChallenge = (db: Database, challengeId: string): Promise<WholeRow[]> =>
  whole(db)
    .where(and(eq(interests.challengeId, challengeId), ne(interests.state, 'withdrawn')))
    .orderBy(sql`md5(${interests.id}::text)`)

/** When a challenge opened, for a comparison inside the database. */
export const openedAtOf = (challengeId: string) =>
  sql<Date>`(select ${challenges.openedAt} from ${challenges} where ${challenges.id} = ${challengeId})`

export const organisationsOfPeople = async (db: Database, people: string[]): Promise<string[]> =>
  people.length === 0
    ? []
    : (
        await db
          .selectDistinct({ id: memberships.organisationId })
          .from(memberships)
          .where(inArray(memberships.personId, people))
      ).map(({ id }) => id)

/** What makes an answer one of several organisations; empty for one that answers alone. */
export type Together = Pick<New, 'jointInterestId' | 'jointBand' | 'jointParts' | 'parties'>
const ALONE: Together = { jointInterestId: null, jointBand: null, jointParts: null, parties: [] }

/** The new interest's id; undefined when this organisation has one already. */
export const put = async (
  db: Database,
  row: Answers &
    Pick<New, 'placeId' | 'challengeId' | 'organisationId' | 'submittedBy' | 'secondsTaken'> &
    Together,
): Promise<string | undefined> =>
  (
    await db
      .insert(interests)
      .values({ ...row, receivedAt: sql`clock_timestamp()` })
      .onConflictDoNothing({ target: [interests.challengeId, interests.organisationId] })
      .returning({ id: interests.id })
  )[0]?.id

/** Sends a withdrawn interest again; undefined when it was not withdrawn. */
export const sendAgain = async (
  db: Database,
  key: { challengeId: string; organisationId: string },
  row: Answers & Pick<New, 'submittedBy' | 'secondsTaken'> & Together,
): Promise<string | undefined> =>
  (
    await db
      .update(interests)
      .set({
        ...ALONE,
        ...row,
        state: 'submitted',
        withdrawnAt: null,
        receivedAt: sql`clock_timestamp()`,
        version: sql`${interests.version} + 1`,
      })
      .where(
        and(
          eq(interests.challengeId, key.challengeId),
          eq(interests.organisationId, key.organisationId),
          eq(interests.state, 'withdrawn'),
        ),
      )
      .returning({ id: interests.id })
  )[0]?.id

/** New answers over the version somebody saw; false when another was stored in between. */
export const replace = async (
  db: Database,
  id: string,
  version: number,
  row: Answers & Pick<New, 'submittedBy'> & Together,
): Promise<boolean> =>
  (
    await db
      .update(interests)
      .set({ ...row, receivedAt: sql`clock_timestamp()`, version: version + 1 })
      .where(
        and(eq(interests.id, id), eq(interests.version, version), eq(interests.state, 'submitted')),
      )
      .returning({ id: interests.id })
  ).length === 1

export const takeBack = async (db: Database, id: string): Promise<boolean> =>
  (
    await db
      .update(interests)
      .set({
        state: 'withdrawn',
        withdrawnAt: sql`clock_timestamp()`,
        version: sql`${interests.version} + 1`,
      })
      .where(and(eq(interests.id, id), eq(interests.state, 'submitted')))
      .returning({ id: interests.id })
  ).length === 1

/** Writes a decision on an interest that has none; undefined when it had. */
export const putDecision = async (
  db: Database,
  d: { id: string; outcome: 'chosen' | 'not-this-time'; reason: string; decidedBy: string },
) =>
  (
    await db
      .update(interests)
      .set({
        state: d.outcome,
        decisionReason: d.reason,
        decidedBy: d.decidedBy,
        decidedAt: sql`clock_timestamp()`,
        version: sql`${interests.version} + 1`,
      })
      .where(and(eq(interests.id, d.id), eq(interests.state, 'submitted')))
      .returning({ id: interests.id, placeId: interests.placeId })
  )[0]

const standing = (challengeId: string) =>
  and(eq(interests.challengeId, challengeId), ne(interests.state, 'withdrawn'))

/**
 * Which organisations have a standing interest, everybody in a joint one included. For brokers' lists after the
 * deadline, never before.
 */
export const interestedOrganisationIds = async (
  db: Database,
  challengeId: string,
): Promise<string[]> =>
  (
    await db
      .select({ id: interests.organisationId, parties: interests.parties })
      .from(interests)
      .where(standing(challengeId))
  ).flatMap((row) => [row.id, ...row.parties])

/** How many answers stand; several organisations that answered as one count once (§2.7). */
export const answersCountOf = (db: Database, challengeId: string): Promise<number> =>
  db.$count(interests, standing(challengeId))

/** A row as the contract has it. `viewer`: whether the reader belongs to the organisation that sent it. */
export function shown(row: WholeRow, viewer: { ours: boolean }): Interest {
  const { interest, challenge, organisation, open } = row
  const { state, decisionReason, decidedAt } = interest
  // Several who answered as one change it together, on a page of their own.
  const mayStill = viewer.ours && open && state === 'submitted' && !interest.jointInterestId
  const decided = state === 'chosen' || state === 'not-this-time'
  return {
    id: interest.id,
    challenge,
    organisation,
    state,
    why: interest.why,
    bring: interest.bring,
    bringNote: interest.bringNote,
    hoursPerMonth: interest.hoursPerMonth,
    fromWhen: interest.fromWhen,
    need: interest.need,
    needNote: interest.needNote,
    together: interest.together,
    togetherWith: interest.togetherWith,
    conflict: interest.conflict,
    conflictNote: interest.conflictNote,
    submittedAt: interest.receivedAt,
    decision:
      decided && decidedAt && decisionReason
        ? { outcome: state, reason: decisionReason, decidedAt }
        : null,
    joint: interest.jointInterestId
      ? { id: interest.jointInterestId, parts: interest.jointParts ?? [] }
      : null,
    can: { change: mayStill, withdraw: mayStill },
    version: interest.version,
  }
}
