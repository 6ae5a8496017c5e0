import type { NextStep } from '@howcanwe/shared/cohorts'
import { and, asc, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challengeCriteria } from '../challenges/challenges.table.ts'
import { interestFeedback, interestNextSteps } from './feedback.table.ts'

/** What an organisation is told beside its reason. `position`: of a criterion of the challenge, from 0. */
export interface Feedback {
  criteria: readonly { position: number; sentence: string }[]
  nextStep: { kind: NextStep; note: string }
}

/** Writes criteria and next step of one interest; before its decision, and once. */
export async function putFeedback(
  tx: Database,
  of: { placeId: string; challengeId: string; interestId: string },
  { criteria, nextStep }: Feedback,
): Promise<void> {
  const rows = criteria.map((one) => ({ ...of, ...one }))
  if (rows.length > 0) await tx.insert(interestFeedback).values(rows)
  await tx.insert(interestNextSteps).values({ ...of, ...nextStep })
}

export interface Told {
  criteria: { position: number; name: string; sentence: string }[]
  nextStep: { kind: NextStep; note: string } | null
}

/** What each of these interests was told, by id; criteria in the challenge's order, with their names. */
export async function feedbackOf(
  db: Database,
  interestIds: readonly string[],
): Promise<Map<string, Told>> {
  const told = new Map<string, Told>(
    interestIds.map((id) => [id, { criteria: [], nextStep: null }]),
  )
  if (interestIds.length === 0) return told
  const sentences = await db
    .select({
      interestId: interestFeedback.interestId,
      position: interestFeedback.position,
      name: challengeCriteria.name,
      sentence: interestFeedback.sentence,
    })
    .from(interestFeedback)
    .innerJoin(
      challengeCriteria,
      and(
        eq(challengeCriteria.challengeId, interestFeedback.challengeId),
        eq(challengeCriteria.position, interestFeedback.position),
      ),
    )
    .where(inArray(interestFeedback.interestId, [...interestIds]))
    .orderBy(asc(interestFeedback.position))
  for (const { interestId, ...one } of sentences) told.get(interestId)?.criteria.push(one)
  const steps = await db
    .select()
    .from(interestNextSteps)
    .where(inArray(interestNextSteps.interestId, [...interestIds]))
  for (const { interestId, kind, note } of steps) {
    const one = told.get(interestId)
    if (one) one.nextStep = { kind, note }
  }
  return told
}
