import * as z from 'zod/mini'
import { endpoint, id, text } from '../http/index.ts'
import { answersContract } from './answers.contract.ts'
import { chooseCohort, cohort } from './cohorts.schemas.ts'

const challengeId = z.object({ challengeId: id })

/** What a decision can be refused for, whoever is chosen. */
const decisionErrors = [
  'challenges.not_found',
  'interests.sealed',
  'interests.conflict',
  'challenges.wrong_state',
  'cohorts.decision_missing',
  'cohorts.interest_unknown',
  'cohorts.decided_twice',
  'cohorts.criterion_unknown',
  'cohorts.criterion_twice',
  'cohorts.same_answer',
  'cohorts.step_does_not_fit',
]

export const cohortsContract = {
  choose: endpoint({
    method: 'POST',
    path: '/challenges/:challengeId/cohort',
    summary:
      'Choose four to six organisations of at least two sectors and give everyone an answer by criterion',
    access: ['commissioner'],
    params: challengeId,
    body: chooseCohort,
    status: 201,
    response: cohort,
    errors: [
      ...decisionErrors,
      'cohorts.more_than_announced',
      'cohorts.one_sector',
      'cohorts.reserved_places',
    ],
  }),
  chooseNone: endpoint({
    method: 'POST',
    path: '/challenges/:challengeId/no-cohort',
    summary: 'Close without a cohort, with a public reason and an answer to everyone',
    access: ['commissioner'],
    params: challengeId,
    body: z.strictObject({
      statement: text({ min: 30, max: 2000 }),
      notThisTime: chooseCohort.shape.notThisTime,
    }),
    response: z.object({ challengeId: id }),
    errors: decisionErrors,
  }),
  read: endpoint({
    method: 'GET',
    path: '/challenges/:challengeId/cohort',
    summary: 'What happened: who works on it now, and how they were chosen',
    access: 'anyone',
    params: challengeId,
    response: cohort,
    errors: ['cohorts.not_found'],
    cache: 'public',
  }),
  ...answersContract,
} as const
