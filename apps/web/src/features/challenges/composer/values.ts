import type { Draft } from '@howcanwe/shared/challenges'
import { openingOf, restOf } from '../question.ts'
import { readIn } from './zoned.ts'

export interface TriedRow {
  key: number
  what: string
  result: string
}
export interface ConstraintRow {
  key: number
  kind: Draft['constraints'][number]['kind']
  what: string
  flex: Draft['constraints'][number]['flex']
}
export interface EligibilityRow {
  key: number
  question: string
}
export interface CriterionRow {
  key: number
  name: string
  goodLooksLike: string
  weight: string
}

/** What stands in the boxes: figures as typed, the question without its opening, the closing time in two parts. */
export interface Values {
  opening: string
  rest: string
  summary: string
  themes: Draft['themes']
  areaIds: string[]
  whyNow: string
  whoIsAffected: string
  leastServed: string
  outcome: string
  outcomeBy: string
  organisationBenefit: string
  /** '' until somebody has chosen. */
  prevention: NonNullable<Draft['prevention']> | ''
  tried: TriedRow[]
  lookedWhere: string
  innovation: Draft['innovation']
  inventReason: string
  notAtRisk: string
  constraints: ConstraintRow[]
  participationPence: string
  backfillPence: string
  testsPence: string
  accessPence: string
  officerHours: string
  otherOffer: string
  payHourlyPence: string
  payWhen: string
  route: Draft['route']
  criteria: CriterionRow[]
  eligibility: EligibilityRow[]
  askCostReason: string
  findingAnswers: Draft['findingAnswers']
  hoursPerMonth: string
  cohortSize: string
  expectedInterests: string
  closesOn: string
  closesTime: string
  resultsBy: string
  startsOn: string
  endsOn: string
}

export const CLOSING_TIMES = ['09:00', '12:00', '17:00', '23:59'] as const
export const CRITERIA_MIN = 3
export const CRITERIA_MAX = 5
export const ROWS_MAX = 10

const figure = (n: number | null): string => (n === null ? '' : String(n))
const pounds = (pence: number | null): string => {
  if (!pence) return ''
  return pence % 100 === 0 ? String(pence / 100) : (pence / 100).toFixed(2)
}

/** The next free key of a list of rows. */
export const nextKey = (rows: readonly { key: number }[]): number =>
  rows.reduce((top, row) => Math.max(top, row.key), -1) + 1

export const blankTried = (key: number): TriedRow => ({ key, what: '', result: '' })
export const blankConstraint = (key: number): ConstraintRow => ({
  key,
  kind: 'money',
  what: '',
  flex: 'fixed',
})
export const blankCriterion = (key: number): CriterionRow => ({
  key,
  name: '',
  goodLooksLike: '',
  weight: '',
})

/** At least `min` rows, so that there is always somewhere to write. */
const padded = <R>(rows: R[], min: number, blank: (key: number) => R): R[] =>
  rows.length >= min
    ? rows
    : [...rows, ...Array.from({ length: min - rows.length }, (_, i) => blank(rows.length + i))]

/**
 * A stored draft as the boxes show it.
 *
 * @param zone IANA zone of the place
 * @param opening the words a new question opens with, in the writer's language
 */
export function valuesOf(draft: Draft, zone: string, opening: string): Values {
  const closes = draft.closesAt ? readIn(zone, draft.closesAt) : { day: '', time: '17:00' }
  return {
    ...draft,
    opening: draft.question === '' ? opening : openingOf(draft.question),
    rest: restOf(draft.question),
    tried: padded(
      draft.tried.map((row, key) => ({ ...row, key })),
      1,
      blankTried,
    ),
    prevention: draft.prevention ?? '',
    eligibility: draft.eligibility.map((question, key) => ({ key, question })),
    constraints: padded(
      draft.constraints.map((row, key) => ({ ...row, key })),
      1,
      blankConstraint,
    ),
    criteria: padded(
      draft.criteria.map((row, key) => ({
        ...row,
        key,
        weight: row.weight ? String(row.weight) : '',
      })),
      CRITERIA_MIN,
      blankCriterion,
    ),
    participationPence: pounds(draft.participationPence),
    backfillPence: pounds(draft.backfillPence),
    testsPence: pounds(draft.testsPence),
    accessPence: pounds(draft.accessPence),
    payHourlyPence: pounds(draft.payHourlyPence),
    officerHours: figure(draft.officerHours),
    hoursPerMonth: figure(draft.hoursPerMonth),
    cohortSize: String(draft.cohortSize),
    expectedInterests: figure(draft.expectedInterests),
    closesOn: closes.day,
    closesTime: closes.time,
    resultsBy: draft.resultsBy ?? '',
    startsOn: draft.startsOn ?? '',
    endsOn: draft.endsOn ?? '',
  }
}
