import type { Question, WaitingQuestion } from '@howcanwe/shared/questions'
import { and, asc, desc, eq, getTableColumns, lte, ne, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { challenges } from '../../challenges/challenges.table.ts'
import { places } from '../../places/places.table.ts'
import { questions } from '../questions.table.ts'

export type QuestionRow = typeof questions.$inferSelect

const until = sql<Date>`coalesce(${challenges.questionsUntil}, ${challenges.closesAt})`

/** Until when somebody can ask, and whether they can now, by the database's clock. */
export const windowOf = async (db: Database, challengeId: string) =>
  (
    await db
      .select({
        until: until.mapWith(challenges.closesAt),
        open: sql<boolean>`${challenges.state} = 'open' and ${until} > clock_timestamp()`,
      })
      .from(challenges)
      .where(eq(challenges.id, challengeId))
  )[0]

/** The day it is in a place, by the database's clock. */
export async function todayIn(db: Database, placeId: string): Promise<string> {
  const [row] = await db
    .select({
      day: sql<string>`to_char(clock_timestamp() at time zone ${places.timeZone}, 'YYYY-MM-DD')`,
    })
    .from(places)
    .where(eq(places.id, placeId))
  if (!row) throw new Error('a challenge without its place')
  return row.day
}

export const countWaiting = (db: Database, challengeId: string): Promise<number> =>
  db.$count(questions, and(eq(questions.challengeId, challengeId), eq(questions.state, 'asked')))

type Asked = Pick<
  typeof questions.$inferInsert,
  'placeId' | 'challengeId' | 'words' | 'askedOn' | 'tellAt' | 'remindAt' | 'dueAt'
>

/** The new question's id; undefined when the very same words wait already. */
export const put = async (tx: Database, row: Asked): Promise<string | undefined> =>
  (await tx.insert(questions).values(row).onConflictDoNothing().returning({ id: questions.id }))[0]
    ?.id

/** Holds a question until the transaction ends. */
export const lockQuestion = async (tx: Database, id: string): Promise<QuestionRow | undefined> =>
  (await tx.select().from(questions).where(eq(questions.id, id)).for('update'))[0]

export type Closing =
  | { state: 'answered'; reply: string }
  | { state: 'declined'; reply: string; words?: '' }
  | { state: 'merged'; mergedInto: string }

/** Closes one that waits; undefined when it was closed before. */
export const close = async (
  tx: Database,
  id: string,
  by: { closedBy: string; closedAs: 'commissioner' | 'broker' },
  closing: Closing,
): Promise<string | undefined> =>
  (
    await tx
      .update(questions)
      .set({ ...closing, ...by, closedAt: sql`clock_timestamp()` })
      .where(and(eq(questions.id, id), eq(questions.state, 'asked')))
      .returning({ id: questions.id })
  )[0]?.id

const dayOf = (column: typeof questions.closedAt | typeof questions.dueAt, earlier = '0 seconds') =>
  sql<string>`to_char((${column} - ${earlier}::interval) at time zone ${places.timeZone}, 'YYYY-MM-DD')`

const whole = (db: Database) =>
  db
    .select({
      ...getTableColumns(questions),
      closedOn: dayOf(questions.closedAt),
      /** Due at the end of a day is due on that day. */
      answerBy: dayOf(questions.dueAt, '1 second'),
      late: sql<boolean>`${questions.dueAt} <= clock_timestamp()`,
    })
    .from(questions)
    .innerJoin(places, eq(places.id, questions.placeId))
    .$dynamic()
type WholeRow = Awaited<ReturnType<typeof whole>>[number]

/** One that is closed, as everybody reads it; undefined while it waits. */
function shown(row: WholeRow): Question | undefined {
  const { id, state, askedOn, reply, mergedInto, closedOn, closedAs } = row
  if (state === 'asked' || !closedAs) return undefined
  return { id, words: row.words || null, askedOn, state, reply, mergedInto, closedOn, closedAs }
}

export const closedById = async (db: Database, id: string): Promise<Question | undefined> => {
  const [row] = await whole(db).where(eq(questions.id, id))
  return row && shown(row)
}

/** What everybody can read, the newest answer first. */
export const closedOf = async (db: Database, challengeId: string): Promise<Question[]> =>
  (
    await whole(db)
      .where(and(eq(questions.challengeId, challengeId), ne(questions.state, 'asked')))
      .orderBy(desc(questions.closedAt), asc(questions.id))
  ).flatMap((row) => shown(row) ?? [])

/**
 * What waits, the most pressing first; within a day in the order of their lots. From the next working morning on: a
 * question that came into sight at once would show the minute it was asked.
 */
export const waitingOf = async (db: Database, challengeId: string): Promise<WaitingQuestion[]> =>
  (
    await whole(db)
      .where(
        and(
          eq(questions.challengeId, challengeId),
          eq(questions.state, 'asked'),
          lte(questions.tellAt, sql`clock_timestamp()`),
        ),
      )
      .orderBy(asc(questions.dueAt), asc(questions.id))
  ).map(({ id, words, askedOn, answerBy, late }) => ({ id, words, askedOn, answerBy, late }))
