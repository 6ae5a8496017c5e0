import { and, asc, desc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { interests } from '../interests/interests.table.ts'
import { answerClocks, questionsBack } from './answers.table.ts'
import type { AnswerClock } from './clocks.rules.ts'

const LISTED = 100
const now = sql`clock_timestamp()`

/** The database's clock, by which everything here is decided. */
export async function databaseNow(db: Database): Promise<Date> {
  const { rows } = await db.execute<{ at: string }>(sql`select clock_timestamp()::text as at`)
  return new Date(rows[0]?.at ?? '')
}

const closing = {
  id: challenges.id,
  placeId: challenges.placeId,
  closesAt: sql<Date>`${challenges.closesAt}`.mapWith(challenges.closesAt),
  resultsBy: challenges.resultsBy,
}
export interface Closing {
  id: string
  placeId: string
  closesAt: Date
  resultsBy: string | null
}

/** A challenge that has closed and whose clock of answers was not wound; skips what another worker holds. */
export const takeUnwound = async (tx: Database): Promise<Closing | undefined> =>
  (
    await tx
      .select(closing)
      .from(challenges)
      .leftJoin(answerClocks, eq(answerClocks.challengeId, challenges.id))
      .where(
        and(
          inArray(challenges.state, ['choosing', 'formed', 'none-chosen']),
          isNull(answerClocks.challengeId),
        ),
      )
      .orderBy(asc(challenges.closesAt))
      .limit(1)
      .for('update', { of: challenges, skipLocked: true })
  )[0]

export const putClock = (tx: Database, of: Closing, clock: AnswerClock) =>
  tx
    .insert(answerClocks)
    .values({ challengeId: of.id, placeId: of.placeId, ...clock })
    .onConflictDoNothing()

/** The next challenge nobody has been told about whose clock asks for a letter. */
export const takeRinging = async (tx: Database) =>
  (
    await tx
      .select({
        clock: answerClocks,
        commissionerId: challenges.commissionerId,
        question: challenges.question,
      })
      .from(answerClocks)
      .innerJoin(challenges, eq(challenges.id, answerClocks.challengeId))
      .where(
        and(
          eq(challenges.state, 'choosing'),
          isNull(answerClocks.lateTold),
          or(
            lte(answerClocks.dueAt, now),
            and(isNull(answerClocks.dayTold), lte(answerClocks.dayAt, now)),
            and(
              isNull(answerClocks.soonTold),
              isNull(answerClocks.dayTold),
              lte(answerClocks.soonAt, now),
            ),
          ),
        ),
      )
      .orderBy(asc(answerClocks.dueAt))
      .limit(1)
      .for('update', { of: answerClocks, skipLocked: true })
  )[0]

export const noteReminded = (tx: Database, challengeId: string, what: 'soon' | 'day' | 'late') =>
  tx
    .update(answerClocks)
    .set(
      what === 'soon' ? { soonTold: now } : what === 'day' ? { dayTold: now } : { lateTold: now },
    )
    .where(eq(answerClocks.challengeId, challengeId))

/** The next question back that waits and whose clock asks for a letter. */
export const takeWaitingQuestion = async (tx: Database) =>
  (
    await tx
      .select({
        row: questionsBack,
        challengeId: challenges.id,
        commissionerId: challenges.commissionerId,
        question: challenges.question,
      })
      .from(questionsBack)
      .innerJoin(interests, eq(interests.id, questionsBack.interestId))
      .innerJoin(challenges, eq(challenges.id, interests.challengeId))
      .where(
        and(
          isNull(questionsBack.answeredAt),
          isNull(questionsBack.lateTold),
          or(
            lte(questionsBack.dueAt, now),
            and(isNull(questionsBack.dayTold), lte(questionsBack.dayAt, now)),
          ),
        ),
      )
      .orderBy(asc(questionsBack.dueAt))
      .limit(1)
      .for('update', { of: questionsBack, skipLocked: true })
  )[0]

export const noteQuestionReminded = (tx: Database, interestId: string, what: 'day' | 'late') =>
  tx
    .update(questionsBack)
    .set(what === 'day' ? { dayTold: now } : { lateTold: now })
    .where(eq(questionsBack.interestId, interestId))

export const dueAtOf = async (db: Database, challengeId: string): Promise<Date | null> =>
  (
    await db
      .select({ dueAt: answerClocks.dueAt })
      .from(answerClocks)
      .where(eq(answerClocks.challengeId, challengeId))
  )[0]?.dueAt ?? null

const challenge = {
  id: challenges.id,
  slug: sql<string>`${challenges.slug}`,
  question: challenges.question,
}

/** Clocks of answers in a place, those that run out last first. */
export const answerClocksIn = (db: Database, placeId: string) =>
  db
    .select({ challenge, dueAt: answerClocks.dueAt, answeredAt: challenges.decidedAt })
    .from(answerClocks)
    .innerJoin(challenges, eq(challenges.id, answerClocks.challengeId))
    .where(
      and(
        eq(answerClocks.placeId, placeId),
        inArray(challenges.state, ['choosing', 'formed', 'none-chosen']),
      ),
    )
    .orderBy(desc(answerClocks.dueAt))
    .limit(LISTED)

/** Clocks of questions back in a place: never who asked, nor what. */
export const questionClocksIn = (db: Database, placeId: string) =>
  db
    .select({ challenge, dueAt: questionsBack.dueAt, answeredAt: questionsBack.answeredAt })
    .from(questionsBack)
    .innerJoin(interests, eq(interests.id, questionsBack.interestId))
    .innerJoin(challenges, eq(challenges.id, interests.challengeId))
    .where(eq(questionsBack.placeId, placeId))
    .orderBy(desc(questionsBack.dueAt))
    .limit(LISTED)
