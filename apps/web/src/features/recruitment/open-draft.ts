import { endOfDay } from '@howcanwe/shared/places'
import { openRecruitment } from '@howcanwe/shared/recruitment'
import * as z from 'zod/mini'

const feature = z.object({
  name: z.string(),
  min: z.string(),
  max: z.string(),
  leastServed: z.array(z.string()),
  affected: z.string(),
})
const category = z.object({
  name: z.string(),
  special: z.array(z.string()),
  features: z.array(feature),
})
const typed = z.object({
  seats: z.string(),
  closesAt: z.string(),
  publicSource: z.string(),
  publicAt: z.string(),
  categories: z.array(category),
})
export type Typed = z.output<typeof typed>

export const newAnswer = () => ({ name: '', min: '0', max: '', leastServed: [], affected: '' })
export const newQuestion = () => ({
  name: '',
  special: [],
  features: [newAnswer(), newAnswer()],
})

export const EMPTY: Typed = {
  seats: '12',
  closesAt: '',
  publicSource: '',
  publicAt: '',
  categories: [newQuestion()],
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MORNING_MS = 6 * 3_600_000
const DAY_MS = 86_400_000

/** The last instant of a day where the place is; what was typed stays where it is no day, to be refused by name. */
export const lastOf = (zone: string, day: string): string =>
  DAY.test(day) ? new Date(endOfDay(zone, day).getTime() - 1).toISOString() : day
/** Six in the morning of a day there: no figure is drawn earlier, and names have been closed for hours. */
export const morningOf = (zone: string, day: string): string => {
  if (!DAY.test(day)) return day
  const before = new Date(Date.parse(`${day}T00:00:00Z`) - DAY_MS).toISOString().slice(0, 10)
  return new Date(endOfDay(zone, before).getTime() + MORNING_MS).toISOString()
}

const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text))

/** The contract's body of what was typed: days become instants, text numbers, and no "at most" is any number. */
export const bodyOf = (zone: string, form: Typed) => ({
  seats: numberOf(form.seats),
  closesAt: lastOf(zone, form.closesAt),
  publicSource: form.publicSource,
  publicAt: morningOf(zone, form.publicAt),
  categories: form.categories.map((one) => ({
    name: one.name,
    special: one.special.length > 0,
    features: one.features.map((answer) => ({
      name: answer.name,
      min: numberOf(answer.min),
      max: answer.max.trim() === '' ? numberOf(form.seats) : numberOf(answer.max),
      leastServed: answer.leastServed.length > 0,
      affected: answer.affected.trim() === '' ? null : numberOf(answer.affected),
    })),
  })),
})

/** Refuses what the contract would, field by field as people see them. */
export const formFor = (zone: string) =>
  z.pipe(
    z.pipe(
      typed,
      z.transform((form: Typed) => bodyOf(zone, form)),
    ),
    openRecruitment,
  )
