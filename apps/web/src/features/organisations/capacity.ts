import type { CallArgs } from '@howcanwe/shared/http'
import {
  type Capacity,
  changeCapacity,
  type organisationsContract,
  type REACH_HOW,
} from '@howcanwe/shared/organisations'
import * as z from 'zod/mini'
import type { FieldError } from '../../lib/errors.ts'

/** What is sent. */
export type Said = CallArgs<typeof organisationsContract.changeCapacity>['body']
export const HOURS = ['spareHoursPerMonth', 'volunteerHoursPerMonth', 'staffHoursPerMonth'] as const

/** A row while it is typed; `last` is its newest complete answer, so that half a correction loses nothing. */
export interface Room {
  key: number
  name: string
  seats: string
  stepFree: boolean
  kitchen: boolean
  /** In whole money, as typed: '12.50'. */
  cost: string
  last?: Said['premises'][number] | undefined
}
export interface Reached {
  key: number
  community: string
  people: string
  how: (typeof REACH_HOW)[number]
  last?: Said['reach'][number] | undefined
}

/** What the form holds: text as typed. */
export interface Values extends Omit<Said, 'premises' | 'reach' | (typeof HOURS)[number]> {
  spareHoursPerMonth: string
  volunteerHoursPerMonth: string
  staffHoursPerMonth: string
  premises: Room[]
  reach: Reached[]
}

const typed = (n: number | null): string => (n === null ? '' : String(n))

export function valuesOf({
  organisationId: _,
  confirmedAt: __,
  version: ___,
  ...said
}: Capacity): Values {
  return {
    ...said,
    spareHoursPerMonth: typed(said.spareHoursPerMonth),
    volunteerHoursPerMonth: typed(said.volunteerHoursPerMonth),
    staffHoursPerMonth: typed(said.staffHoursPerMonth),
    premises: said.premises.map((last, key) => ({
      ...{ key, last, name: last.name, stepFree: last.stepFree, kitchen: last.kitchen },
      seats: String(last.seats),
      cost: last.costPence === 0 ? '' : (last.costPence / 100).toFixed(2).replace(/\.00$/, ''),
    })),
    reach: said.reach.map((last, key) => ({ ...last, key, last, people: String(last.people) })),
  }
}

const nextKey = (rows: readonly { key: number }[]) => Math.max(-1, ...rows.map((r) => r.key)) + 1

export const newRoom = (rows: readonly Room[]): Room => ({
  ...{ key: nextKey(rows), name: '', seats: '', stepFree: false, kitchen: false, cost: '' },
})
export const newReached = (rows: readonly Reached[]): Reached => ({
  ...{ key: nextKey(rows), community: '', people: '', how: 'trusted-contact' },
})

/** Whole numbers as people type them, '1,200' too; NaN for what is none. */
const wholeFrom = (text: string): number =>
  /^(\d+|\d{1,3}([ .,]\d{3})+)$/.test(text.trim()) ? Number(text.replace(/\D/g, '')) : Number.NaN

/** '12.50', '12,5', '£12' → pence; '' → 0. */
export function penceFrom(text: string): number {
  const bare = text.replace(/[£€\s]/g, '')
  if (bare === '') return 0
  return /^\d+([.,]\d{1,2})?$/.test(bare)
    ? Math.round(Number(bare.replace(',', '.')) * 100)
    : Number.NaN
}

const whole = <T>(schema: z.ZodMiniType<T>, value: unknown): T | undefined => {
  const read = z.safeParse(schema, value)
  return read.success ? read.data : undefined
}
const roomShape = changeCapacity.shape.premises._zod.def.element
const reachShape = changeCapacity.shape.reach._zod.def.element

const roomAnswer = ({ name, seats, stepFree, kitchen, cost }: Room) => ({
  ...{ name, seats: wholeFrom(seats), stepFree, kitchen, costPence: penceFrom(cost) },
})
const reachAnswer = ({ community, people, how }: Reached) => ({
  ...{ community, people: wholeFrom(people), how },
})

/** The row with its newest complete answer beside it. */
export const withLastRoom = (row: Room): Room => ({
  ...row,
  last: whole(roomShape, roomAnswer(row)) ?? row.last,
})
export const withLastReached = (row: Reached): Reached => ({
  ...row,
  last: whole(reachShape, reachAnswer(row)) ?? row.last,
})

/** A row nobody can use yet: something is typed, but not all of it. */
export const isUnfinished = (row: Room | Reached): boolean =>
  'cost' in row
    ? !row.name.trim() || !(wholeFrom(row.seats) >= 1) || Number.isNaN(penceFrom(row.cost))
    : !row.community.trim() || !(wholeFrom(row.people) >= 1)

const HOURS_MOST = 2000

function hoursFrom(text: string): number | null | FieldError['code'] {
  if (text.trim() === '') return null
  const n = wholeFrom(text)
  if (Number.isNaN(n)) return 'invalid'
  return n > HOURS_MOST ? 'too_big' : n
}

/** What is wrong with single answers, so that it can be said beside them. */
export function errorsIn(values: Values): FieldError[] {
  const hours = HOURS.flatMap((name): FieldError[] => {
    const code = hoursFrom(values[name])
    return typeof code === 'string' ? [{ name, code, limit: HOURS_MOST }] : []
  })
  const finishedDay = /^\d{4}-\d\d-\d\d$/.test(values.notBefore ?? '')
  const day: FieldError[] =
    finishedDay && whole(changeCapacity.shape.notBefore, values.notBefore) === undefined
      ? [{ name: 'notBefore', code: 'invalid' }]
      : []
  const rooms = values.premises.flatMap((row, i): FieldError[] => [
    ...(row.seats && !(wholeFrom(row.seats) >= 1)
      ? [{ name: `premises.${i}.seats`, code: 'invalid' }]
      : []),
    ...(Number.isNaN(penceFrom(row.cost))
      ? [{ name: `premises.${i}.costPence`, code: 'invalid' }]
      : []),
  ])
  const reach = values.reach.flatMap((row, i): FieldError[] =>
    row.people && !(wholeFrom(row.people) >= 1)
      ? [{ name: `reach.${i}.people`, code: 'invalid' }]
      : [],
  )
  return [...hours, ...day, ...rooms, ...reach]
}

/**
 * What can be saved now. An answer that is half typed or wrong keeps the one saved before, so that saving by itself
 * never takes anything away that nobody removed.
 */
export function saidBy(values: Values, before: Said): Said {
  const hours = (name: (typeof HOURS)[number]): number | null => {
    const n = hoursFrom(values[name])
    return typeof n === 'string' ? before[name] : n
  }
  const day = whole(changeCapacity.shape.notBefore, values.notBefore || null)
  return {
    spareHoursPerMonth: hours('spareHoursPerMonth'),
    volunteerHoursPerMonth: hours('volunteerHoursPerMonth'),
    staffHoursPerMonth: hours('staffHoursPerMonth'),
    notBefore: day === undefined ? before.notBefore : day,
    availability: values.availability,
    skills: values.skills,
    otherSkills: values.otherSkills.slice(0, 200),
    premises: values.premises.flatMap((row) => row.last ?? []),
    reach: values.reach.flatMap((row) => row.last ?? []),
    livedExperience: values.livedExperience,
    possibleWith: values.possibleWith,
  }
}

/** A profile without what the server adds. */
export function onlySaid({
  organisationId: _,
  confirmedAt: __,
  version: ___,
  ...said
}: Capacity): Said {
  return said
}

/** Questions two people answered differently. */
export const differences = (mine: Said, theirs: Said): (keyof Said)[] =>
  (Object.keys(mine) as (keyof Said)[]).filter(
    (key) => JSON.stringify(mine[key]) !== JSON.stringify(theirs[key]),
  )

/** Added and never begun; one that was complete and is now empty has to be removed instead. */
const isUntouched = (row: Room | Reached): boolean =>
  row.last === undefined &&
  ('cost' in row
    ? !row.name.trim() && !row.seats && !row.cost && !row.stepFree && !row.kitchen
    : !row.community.trim() && !row.people)

/** What is missing or wrong in a row somebody began. */
function wrongIn(row: Room | Reached, at: string): FieldError[] {
  if (isUntouched(row)) return []
  const read =
    'cost' in row
      ? z.safeParse(roomShape, roomAnswer(row))
      : z.safeParse(reachShape, reachAnswer(row))
  return (read.error?.issues ?? []).map(({ path }) => {
    const field = String(path[0])
    const isName = field === 'name' || field === 'community'
    return { name: `${at}.${field}`, code: isName ? 'required' : 'invalid' }
  })
}

/**
 * All that has to be put right before everything is sent at once: nothing half typed is left out silently, as it may be
 * where each answer is saved by itself. Pure.
 */
export function gapsIn(values: Values): FieldError[] {
  const isHalfDay =
    values.notBefore && whole(changeCapacity.shape.notBefore, values.notBefore) === undefined
  const all: FieldError[] = [
    ...errorsIn(values),
    ...(isHalfDay ? [{ name: 'notBefore', code: 'invalid' }] : []),
    ...values.premises.flatMap((row, i) => wrongIn(row, `premises.${i}`)),
    ...values.reach.flatMap((row, i) => wrongIn(row, `reach.${i}`)),
  ]
  return all.filter(({ name }, i) => all.findIndex((other) => other.name === name) === i)
}
