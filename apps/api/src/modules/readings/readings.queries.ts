import { READERS_NEEDED, type ReaderComment } from '@howcanwe/shared/readings'
import { and, asc, eq, getTableColumns, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { challengeCriteria, challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { places } from '../places/places.table.ts'
import { readingComments } from './readings.table.ts'

const LISTED = 200
const under100k = sql`${organisations.incomeBand} in ('none', 'micro', 'small')`

const NOBODY = { residents: 0, smallOrganisations: 0, unanswered: 0 }

/** Who has read each of these challenges, and how many wait for an answer. Each person and each organisation counts once. */
async function readSoFarOf(db: Database, challengeIds: readonly string[]) {
  const rows = await db
    .select({
      id: readingComments.challengeId,
      residents: sql<number>`count(distinct ${readingComments.personId})
        filter (where ${readingComments.readsAs} = 'resident')`.mapWith(Number),
      smallOrganisations: sql<number>`count(distinct ${readingComments.organisationId})
        filter (where ${under100k})`.mapWith(Number),
      unanswered:
        sql<number>`count(*) filter (where ${readingComments.answeredAt} is null)`.mapWith(Number),
    })
    .from(readingComments)
    .leftJoin(organisations, eq(organisations.id, readingComments.organisationId))
    .where(inArray(readingComments.challengeId, [...challengeIds]))
    .groupBy(readingComments.challengeId)
  return new Map(rows.map(({ id, ...counts }) => [id, counts]))
}

/** The same of one challenge. */
export const readSoFar = async (db: Database, challengeId: string) =>
  (await readSoFarOf(db, [challengeId])).get(challengeId) ?? NOBODY

/** The same, with how many it takes. */
export const countsOf = async (db: Database, challengeId: string) => ({
  ...(await readSoFar(db, challengeId)),
  needed: READERS_NEEDED,
})

/** Challenges of a place that are being read, the next to open first, with all there is to read and who has. */
export async function beingRead(db: Database, placeId: string) {
  const rows = await db
    .select({ ...getTableColumns(challenges), organisation: organisations.name })
    .from(challenges)
    .innerJoin(organisations, eq(organisations.id, challenges.organisationId))
    .where(and(eq(challenges.placeId, placeId), eq(challenges.state, 'read-through')))
    .orderBy(asc(challenges.readUntil), asc(challenges.id))
    .limit(LISTED)
  const ids = rows.map(({ id }) => id)
  const read = await readSoFarOf(db, ids)
  const criteria = await db
    .select()
    .from(challengeCriteria)
    .where(inArray(challengeCriteria.challengeId, ids))
    .orderBy(asc(challengeCriteria.position))
  return rows.map((row) => ({
    ...row,
    criteria: criteria.filter((one) => one.challengeId === row.id),
    counts: { ...(read.get(row.id) ?? NOBODY), needed: READERS_NEEDED },
  }))
}

const reader = alias(people, 'reader')
const answerer = alias(people, 'answerer')
const on = (column: SQL) =>
  sql<string>`to_char(${column} at time zone ${places.timeZone}, 'YYYY-MM-DD')`

const comments = (db: Database, which: SQL | undefined): Promise<ReaderComment[]> =>
  db
    .select({
      id: readingComments.id,
      readsAs: readingComments.readsAs,
      /** Of a resident the first name at most; of somebody who erased themselves, none. */
      from: sql<string | null>`case
        when ${readingComments.readsAs} = 'organisation' then ${organisations.name}
        when ${reader.erasedAt} is null
        then nullif(split_part(trim(${reader.displayName}), ' ', 1), '') end`,
      field: readingComments.field,
      quote: readingComments.quote,
      words: readingComments.words,
      saidOn: on(sql`${readingComments.createdAt}`),
      /** Due at the end of a day is due on that day. */
      answerBy: on(sql`(${readingComments.answerDueAt} - interval '1 second')`),
      answer: readingComments.answer,
      answeredBy: sql<string | null>`case
        when ${answerer.erasedAt} is null then ${answerer.displayName} end`,
      answeredOn: sql<string | null>`${on(sql`${readingComments.answeredAt}`)}`,
    })
    .from(readingComments)
    .innerJoin(places, eq(places.id, readingComments.placeId))
    .innerJoin(reader, eq(reader.id, readingComments.personId))
    .leftJoin(answerer, eq(answerer.id, readingComments.answeredBy))
    .leftJoin(organisations, eq(organisations.id, readingComments.organisationId))
    .where(which)
    .orderBy(asc(readingComments.createdAt), asc(readingComments.id))

/** What readers said of a challenge and were answered, in the order it was said. */
export const commentsOf = (db: Database, challengeId: string): Promise<ReaderComment[]> =>
  comments(db, eq(readingComments.challengeId, challengeId))

export async function commentById(db: Database, id: string): Promise<ReaderComment> {
  const [row] = await comments(db, eq(readingComments.id, id))
  if (!row) throw new Error('a comment was gone in its own transaction')
  return row
}

export const putComment = async (
  tx: Database,
  row: typeof readingComments.$inferInsert,
): Promise<string> => {
  const [made] = await tx.insert(readingComments).values(row).returning({ id: readingComments.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

/** Holds a comment of a challenge until the transaction ends. */
export const lockComment = async (tx: Database, id: string, challengeId: string) =>
  (
    await tx
      .select()
      .from(readingComments)
      .where(and(eq(readingComments.id, id), eq(readingComments.challengeId, challengeId)))
      .for('update')
  )[0]

export const giveAnswer = (tx: Database, id: string, by: { answer: string; answeredBy: string }) =>
  tx
    .update(readingComments)
    .set({ ...by, answeredAt: sql`clock_timestamp()` })
    .where(eq(readingComments.id, id))

/** Seconds each reader gave a challenge in all; of one reader where `personId` says so. */
export const secondsOf = async (
  db: Database,
  challengeId: string,
  personId?: string,
): Promise<number[]> =>
  (
    await db
      .select({ seconds: sql<number>`sum(${readingComments.secondsTaken})`.mapWith(Number) })
      .from(readingComments)
      .where(
        and(
          eq(readingComments.challengeId, challengeId),
          personId ? eq(readingComments.personId, personId) : undefined,
        ),
      )
      .groupBy(readingComments.personId)
  ).map((row) => row.seconds || 0)

/** One person's comments on a challenge take turns until the transaction ends, so that counting them holds. */
export const takeTurns = (tx: Database, challengeId: string, personId: string) =>
  tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${challengeId}::text || ${personId}::text, 0))`,
  )

/** Said by one person of one challenge. */
export const countBy = (db: Database, challengeId: string, personId: string): Promise<number> =>
  db.$count(
    readingComments,
    and(eq(readingComments.challengeId, challengeId), eq(readingComments.personId, personId)),
  )

const dueToday = and(
  isNull(readingComments.answeredAt),
  isNull(readingComments.remindedAt),
  // Due at midnight; the email comes at about seven in the morning of that day.
  sql`${readingComments.answerDueAt} <= clock_timestamp() + interval '17 hours'`,
)

/**
 * Notes the comments of one challenge that are due today as reminded of; skips what another worker holds.
 *
 * @returns the challenge and how many comments, undefined when nothing is due
 */
export async function takeDue(
  tx: Database,
): Promise<{ challengeId: string; count: number } | undefined> {
  const [next] = await tx
    .select({ challengeId: readingComments.challengeId })
    .from(readingComments)
    .innerJoin(challenges, eq(challenges.id, readingComments.challengeId))
    .where(and(dueToday, eq(challenges.state, 'read-through')))
    .orderBy(asc(readingComments.answerDueAt))
    .limit(1)
    .for('update', { of: readingComments, skipLocked: true })
  if (!next) return undefined
  const free = tx
    .select({ id: readingComments.id })
    .from(readingComments)
    .where(and(eq(readingComments.challengeId, next.challengeId), dueToday))
    .for('update', { skipLocked: true })
  const taken = await tx
    .update(readingComments)
    .set({ remindedAt: sql`clock_timestamp()` })
    .where(inArray(readingComments.id, free))
    .returning({ id: readingComments.id })
  return { challengeId: next.challengeId, count: taken.length }
}

/** The database's clock. */
export const now = async (db: Database): Promise<Date> => {
  const { rows } = await db.execute<{ now: Date }>(sql`select clock_timestamp() as now`)
  const [row] = rows
  if (!row) throw new Error('the clock did not answer')
  return new Date(row.now)
}
