import type { challengesContract } from '@howcanwe/shared/challenges'
import type { CallArgs } from '@howcanwe/shared/http'
import { penceOf } from '../../../lib/pence.ts'
import { wholeQuestion } from '../question.ts'
import type { CriterionRow, Values } from './values.ts'
import { instantIn, isDay } from './zoned.ts'

export { penceOf }

export type Body = CallArgs<typeof challengesContract.change>['body']

/** Something in a box that cannot be understood; it is kept in the box and not sent. */
export interface Unread {
  name: string
  code: 'not_a_number' | 'not_money' | 'not_a_day'
}

const COUNT = /^\d{1,5}$/

/** '12' → 12; '' → null; undefined where it is no whole number. */
export function countOf(typed: string): number | null | undefined {
  const bare = typed.trim()
  if (bare === '') return null
  return COUNT.test(bare) ? Number(bare) : undefined
}

/** Rows without the empty ones at the end: those in between are somebody's gap to fill. */
const written = <R>(rows: readonly R[], isBlank: (row: R) => boolean): R[] =>
  rows.slice(0, rows.findLastIndex((row) => !isBlank(row)) + 1)

export const weightOf = (row: Pick<CriterionRow, 'weight'>): number => countOf(row.weight) ?? 0

/** What all weights add up to. */
export const weightSum = (rows: readonly Pick<CriterionRow, 'weight'>[]): number =>
  rows.reduce((total, row) => total + weightOf(row), 0)

const MONEY_FIELDS = ['participationPence', 'backfillPence', 'testsPence', 'accessPence'] as const
const COUNT_FIELDS = ['officerHours', 'hoursPerMonth', 'expectedInterests'] as const
const DAY_FIELDS = ['resultsBy', 'startsOn', 'endsOn'] as const

function figures(values: Values): { body: Body; unread: Unread[] } {
  const body: Body = {}
  const unread: Unread[] = []
  for (const name of MONEY_FIELDS) {
    const pence = penceOf(values[name])
    if (pence === undefined) unread.push({ name, code: 'not_money' })
    else body[name] = pence
  }
  const hourly = penceOf(values.payHourlyPence)
  if (hourly === undefined) unread.push({ name: 'payHourlyPence', code: 'not_money' })
  else body.payHourlyPence = values.payHourlyPence.trim() === '' ? null : hourly
  for (const name of COUNT_FIELDS) {
    const count = countOf(values[name])
    if (count === undefined) unread.push({ name, code: 'not_a_number' })
    else body[name] = count
  }
  return { body, unread }
}

function dates(values: Values, zone: string): { body: Body; unread: Unread[] } {
  const body: Body = {}
  const unread: Unread[] = []
  for (const name of DAY_FIELDS) {
    if (values[name] === '') body[name] = null
    else if (isDay(values[name])) body[name] = values[name]
    else unread.push({ name, code: 'not_a_day' })
  }
  const at = instantIn(zone, { day: values.closesOn, time: values.closesTime })
  if (values.closesOn === '') body.closesAt = null
  else if (at) body.closesAt = at.toISOString()
  else unread.push({ name: 'closesAt', code: 'not_a_day' })
  return { body, unread }
}

/** Everything that can be understood, as the service takes it, and what cannot. */
export function bodyOf(values: Values, zone: string): { body: Body; unread: Unread[] } {
  const f = figures(values)
  const d = dates(values, zone)
  const { summary, themes, areaIds, whyNow, whoIsAffected, leastServed, outcome } = values
  return {
    unread: [...f.unread, ...d.unread],
    body: {
      ...{ summary, themes, areaIds, whyNow, whoIsAffected, leastServed, outcome },
      question: wholeQuestion(values.opening, values.rest),
      tried: written(values.tried, (row) => row.what === '' && row.result === '').map(
        ({ what, result }) => ({ what, result }),
      ),
      outcomeBy: values.outcomeBy,
      organisationBenefit: values.organisationBenefit,
      prevention: values.prevention === '' ? null : values.prevention,
      lookedWhere: values.lookedWhere,
      innovation: values.innovation,
      inventReason: values.inventReason,
      notAtRisk: values.notAtRisk,
      constraints: written(values.constraints, (row) => row.what === '').map(
        ({ kind, what, flex }) => ({ kind, what, flex }),
      ),
      otherOffer: values.otherOffer,
      payWhen: values.payWhen,
      route: values.route,
      criteria: written(
        values.criteria,
        (row) => row.name === '' && row.goodLooksLike === '' && row.weight === '',
      ).map((row) => ({
        name: row.name,
        goodLooksLike: row.goodLooksLike,
        weight: Math.min(weightOf(row), 100),
      })),
      cohortSize: Number(values.cohortSize),
      eligibility: written(values.eligibility, (row) => row.question === '').map(
        ({ question }) => question,
      ),
      askCostReason: values.askCostReason,
      findingAnswers: values.findingAnswers,
      ...f.body,
      ...d.body,
    },
  }
}

/** Only what differs from what is stored. */
export function changedIn(body: Body, stored: Body): Body {
  const same = (key: keyof Body) => JSON.stringify(body[key]) === JSON.stringify(stored[key])
  const keys = (Object.keys(body) as (keyof Body)[]).filter((key) => !same(key))
  return Object.fromEntries(keys.map((key) => [key, body[key]]))
}
