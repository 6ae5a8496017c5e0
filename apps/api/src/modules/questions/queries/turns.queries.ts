import { randomBytes } from 'node:crypto'
import { TURNS_A_DAY } from '@howcanwe/shared/questions'
import { and, eq, lt, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { questions, questionTurnKeys, questionTurns } from '../questions.table.ts'

const today = sql<string>`to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD')`

/** The key of today, the same for every process; the first to ask draws it and throws those of other days away. */
export async function keyOfToday(db: Database): Promise<{ day: string; key: Buffer }> {
  const find = async () =>
    (await db.select().from(questionTurnKeys).where(eq(questionTurnKeys.day, today)))[0]
  const found = await find()
  if (found) return found
  await forgetTurns(db)
  await db
    .insert(questionTurnKeys)
    .values({ day: today, key: randomBytes(32) })
    .onConflictDoNothing()
  const drawn = await find()
  if (!drawn) throw new Error('the day ended while its key was drawn')
  return drawn
}

/** Throws away the keys of days that are over and, with them, what was counted. Says how many days. */
export const forgetTurns = async (db: Database): Promise<number> =>
  (await db.delete(questionTurnKeys).where(lt(questionTurnKeys.day, today))).rowCount ?? 0

/** Counts one more, in one statement and a transaction of its own; false when all of the day are taken. */
export const claimTurn = async (
  db: Database,
  of: { day: string; challengeId: string; number: number },
): Promise<boolean> =>
  (
    await db
      .insert(questionTurns)
      .values({ ...of, asked: 1 })
      .onConflictDoUpdate({
        target: [questionTurns.day, questionTurns.challengeId, questionTurns.number],
        set: { asked: sql`${questionTurns.asked} + 1` },
        setWhere: lt(questionTurns.asked, TURNS_A_DAY),
      })
      .returning({ asked: questionTurns.asked })
  ).length > 0

/** The very same words wait already: the second press of a button. */
export const waitsAlready = async (
  db: Database,
  challengeId: string,
  words: string,
): Promise<boolean> =>
  (await db.$count(
    questions,
    and(
      eq(questions.challengeId, challengeId),
      eq(questions.state, 'asked'),
      sql`md5(${questions.words}) = md5(${words})`,
    ),
  )) > 0
