import type { AnswersCount, Cohort } from '@howcanwe/shared/cohorts'
import type { Deps } from '../../../deps.ts'
import { answersCountOf } from '../../interests/index.ts'
import { requirePlace } from '../../places/index.ts'
import { answersOfChallenge, answersOfPlace } from '../answers.queries.ts'
import { refuse } from '../cohorts.errors.ts'
import { cohortOf } from '../cohorts.queries.ts'

/**
 * What happened, for everyone: who works on it and how they were chosen, never who was not. Without organisations
 * it says why nobody was.
 *
 * @throws cohorts.not_found
 */
export async function read({ db }: Pick<Deps, 'db'>, challengeId: string): Promise<Cohort> {
  const cohort = await cohortOf(db, challengeId)
  if (!cohort) throw refuse('cohorts.not_found')
  const interested = await answersCountOf(db, challengeId)
  return { ...cohort, interested, answers: await answersOfChallenge(db, challengeId) }
}

/**
 * Answers given in a place in the last twelve months (M7, M8).
 *
 * @throws places.not_found
 */
export async function ofPlace({ db }: Pick<Deps, 'db'>, placeId: string): Promise<AnswersCount> {
  await requirePlace(db, placeId)
  return answersOfPlace(db, placeId)
}
