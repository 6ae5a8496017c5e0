import { and, eq, isNull, lte, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { decisions, decisionVersions } from '../decisions.table.ts'

const nowIs = sql`clock_timestamp()`

const one = async (tx: Database, where: SQL | undefined): Promise<string | undefined> =>
  (
    await tx
      .select({ id: decisions.id })
      .from(decisions)
      .innerJoin(decisionVersions, eq(decisionVersions.decisionId, decisions.id))
      .where(where)
      .limit(1)
      .for('update', { of: decisions, skipLocked: true })
  )[0]?.id

/** A decision whose time is over, and which has waited for what lies on paper. */
export const takeOver = (tx: Database) =>
  one(
    tx,
    and(
      eq(decisions.state, 'open'),
      isNull(decisionVersions.closedAt),
      lte(decisionVersions.closesAt, nowIs),
      sql`decision_words_until(${decisionVersions}) <= clock_timestamp()`,
      sql`decision_paper_until(${decisionVersions}) <= clock_timestamp()`,
    ),
  )

/** A decision whose clock stood still long enough. */
export const takeHeld = (tx: Database) =>
  one(
    tx,
    and(
      eq(decisions.state, 'held'),
      isNull(decisionVersions.closedAt),
      lte(decisionVersions.heldUntil, nowIs),
    ),
  )

/** Two days before, and once it is over. */
const STAGES = {
  due: and(
    isNull(decisions.remindedDueAt),
    lte(decisions.answerBy, sql`clock_timestamp() + interval '2 days'`),
  ),
  late: and(isNull(decisions.remindedLateAt), lte(decisions.answerBy, nowIs)),
} as const
export type AnswerStage = keyof typeof STAGES

export const takeUnanswered = (tx: Database, stage: AnswerStage) =>
  one(tx, and(isNull(decisions.answeredAt), STAGES[stage]))

/** The day has come to look again, by the wall clock of the place. */
export const takeReview = (tx: Database) =>
  one(
    tx,
    and(
      eq(decisions.state, 'decided'),
      isNull(decisions.reviewRemindedAt),
      eq(decisionVersions.result, 'consented'),
      sql`${decisionVersions.reviewOn} <= (select (clock_timestamp() at time zone p.time_zone)::date
        from places p where p.id = ${decisions.placeId})`,
    ),
  )
