import type { AnswersCount, DecisionDraft, DraftDecision } from '@howcanwe/shared/cohorts'
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challengeCriteria } from '../challenges/challenges.table.ts'
import { interestFeedback } from '../interests/feedback.table.ts'
import { interests } from '../interests/interests.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { answerClocks, decisionDrafts, feedbackRatings, questionsBack } from './answers.table.ts'

/** Positions of a challenge's criteria. */
export const criterionPositions = async (db: Database, challengeId: string): Promise<number[]> =>
  (
    await db
      .select({ position: challengeCriteria.position })
      .from(challengeCriteria)
      .where(eq(challengeCriteria.challengeId, challengeId))
  ).map((row) => row.position)

const NOTHING: DecisionDraft = {
  decisions: [],
  statement: '',
  reservedPlacesReason: '',
  savedAt: null,
}

export async function draftOf(db: Database, challengeId: string): Promise<DecisionDraft> {
  const [row] = await db
    .select()
    .from(decisionDrafts)
    .where(eq(decisionDrafts.challengeId, challengeId))
  return row ? { ...row, decisions: Object.values(row.decisions) } : NOTHING
}

/** Puts the answers that came over those that were there; the others stay. @returns when it was stored */
export async function saveDraft(
  tx: Database,
  of: { challengeId: string; placeId: string; savedBy: string },
  part: {
    decisions: Record<string, DraftDecision>
    statement?: string | undefined
    reservedPlacesReason?: string | undefined
  },
): Promise<{ savedAt: Date; first: boolean }> {
  const { decisions, ...words } = part
  const [row] = await tx
    .insert(decisionDrafts)
    .values({ ...of, decisions, ...words, savedAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: decisionDrafts.challengeId,
      set: {
        ...words,
        decisions: sql`${decisionDrafts.decisions} || excluded.decisions`,
        savedBy: of.savedBy,
        savedAt: sql`clock_timestamp()`,
      },
    })
    .returning({ savedAt: decisionDrafts.savedAt, first: sql<boolean>`xmax = 0` })
  if (!row) throw new Error('upsert returned no row')
  return row
}

export const dropDraft = (tx: Database, challengeId: string) =>
  tx.delete(decisionDrafts).where(eq(decisionDrafts.challengeId, challengeId))

/** An interest with its answer, if it has one; `organisation` by name. */
export const answeredInterest = async (db: Database, interestId: string) =>
  (
    await db
      .select({
        id: interests.id,
        placeId: interests.placeId,
        challengeId: interests.challengeId,
        organisationId: interests.organisationId,
        organisation: organisations.name,
        parties: interests.parties,
        submittedBy: interests.submittedBy,
        state: interests.state,
        reason: interests.decisionReason,
        decidedAt: interests.decidedAt,
      })
      .from(interests)
      .innerJoin(organisations, eq(organisations.id, interests.organisationId))
      .where(eq(interests.id, interestId))
  )[0]
export type AnsweredInterest = NonNullable<Awaited<ReturnType<typeof answeredInterest>>>

/** The answers of a challenge that have been given. */
export const givenAnswers = (db: Database, challengeId: string) =>
  db
    .select({
      id: interests.id,
      organisationId: interests.organisationId,
      parties: interests.parties,
      state: interests.state,
      reason: interests.decisionReason,
      decidedAt: interests.decidedAt,
    })
    .from(interests)
    .where(
      and(
        eq(interests.challengeId, challengeId),
        inArray(interests.state, ['chosen', 'not-this-time']),
      ),
    )

const mayChange = sql<boolean>`${feedbackRatings.changeableUntil} > clock_timestamp()`

export const ratingOf = async (db: Database, interestId: string) =>
  (
    await db
      .select({
        rating: feedbackRatings.rating,
        changeableUntil: feedbackRatings.changeableUntil,
        mayChange,
      })
      .from(feedbackRatings)
      .where(eq(feedbackRatings.interestId, interestId))
  )[0]

/** Stores a rating, or another number for one that may still change. @returns false when it may not */
export const putRating = async (
  tx: Database,
  row: { interestId: string; placeId: string; rating: number; ratedBy: string },
): Promise<boolean> =>
  (
    await tx
      .insert(feedbackRatings)
      .values({ ...row, changeableUntil: sql`clock_timestamp() + interval '30 days'` })
      .onConflictDoUpdate({
        target: feedbackRatings.interestId,
        set: { rating: row.rating, ratedBy: row.ratedBy, ratedAt: sql`clock_timestamp()` },
        setWhere: mayChange,
      })
      .returning({ id: feedbackRatings.interestId })
  ).length === 1

export type QuestionRow = typeof questionsBack.$inferSelect

export const questionsBackOf = (
  db: Database,
  interestIds: readonly string[],
): Promise<QuestionRow[]> =>
  interestIds.length === 0
    ? Promise.resolve([])
    : db
        .select()
        .from(questionsBack)
        .where(inArray(questionsBack.interestId, [...interestIds]))

/** @returns false when this interest has asked already */
export const putQuestionBack = async (
  tx: Database,
  row: typeof questionsBack.$inferInsert,
): Promise<boolean> =>
  (
    await tx
      .insert(questionsBack)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: questionsBack.interestId })
  ).length === 1

/** @returns undefined when nothing was asked or it was answered already */
export const putAnswerBack = async (
  tx: Database,
  a: { interestId: string; answer: string; answeredBy: string },
): Promise<QuestionRow | undefined> =>
  (
    await tx
      .update(questionsBack)
      .set({
        answer: a.answer,
        answeredBy: a.answeredBy,
        answeredAt: sql`clock_timestamp()`,
      })
      .where(and(eq(questionsBack.interestId, a.interestId), isNull(questionsBack.answeredAt)))
      .returning()
  )[0]

/** Under so many voices nobody's own could stay hidden (M8). */
const VOICES_AT_LEAST = 5

const counted = async (db: Database, which: SQL | undefined): Promise<AnswersCount> => {
  const not = sql`${interests.state} = 'not-this-time'`
  const inFull = sql`(select count(*) from ${interestFeedback} f where f.interest_id = ${interests.id}) >= 2`
  const inTime = sql`${interests.decidedAt} < ${answerClocks.tenDaysAt}`
  const [row] = await db
    .select({
      answered: sql<number>`count(*)::int`,
      notChosen: sql<number>`(count(*) filter (where ${not}))::int`,
      notChosenCovered: sql<number>`(count(*) filter (where ${not} and ${inTime} and ${inFull}))::int`,
      count: sql<number>`count(${feedbackRatings.rating})::int`,
      median: sql<
        number | null
      >`percentile_cont(0.5) within group (order by ${feedbackRatings.rating})`,
    })
    .from(interests)
    .leftJoin(answerClocks, eq(answerClocks.challengeId, interests.challengeId))
    .leftJoin(feedbackRatings, eq(feedbackRatings.interestId, interests.id))
    .where(and(inArray(interests.state, ['chosen', 'not-this-time']), which))
  if (!row) throw new Error('a count without a row')
  const { count, median, ...answers } = row
  const heard = count >= VOICES_AT_LEAST && median !== null
  return { ...answers, usefulness: heard ? { count, median } : null }
}

/** M7 and M8 of one challenge. */
export const answersOfChallenge = (db: Database, challengeId: string): Promise<AnswersCount> =>
  counted(db, eq(interests.challengeId, challengeId))

/** M7 and M8 of a place, for decisions of the last twelve months. */
export const answersOfPlace = (db: Database, placeId: string): Promise<AnswersCount> =>
  counted(
    db,
    and(
      eq(interests.placeId, placeId),
      sql`${interests.decidedAt} > clock_timestamp() - interval '12 months'`,
    ),
  )
