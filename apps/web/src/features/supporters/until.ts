import { addDays, dayIn } from '@howcanwe/shared/places'

/** How long people are asked to help: few choices, none longer than a year. */
export const MONTHS = ['1', '3', '6', '12'] as const
export type Months = (typeof MONTHS)[number]

/** The last day of so many months from a day on, in the place's calendar: YYYY-MM-DD. */
export function lastDayOf(timeZone: string, now: Date, months: Months): string {
  const [year = 0, month = 1, day = 1] = dayIn(timeZone, now).split('-').map(Number)
  const last = new Date(Date.UTC(year, month + Number(months), 0)).getUTCDate()
  const end = new Date(Date.UTC(year, month - 1 + Number(months), Math.min(day, last)))
  return addDays(end.toISOString().slice(0, 10), -1)
}

/** The last moment that counts: `until` is the first that does not. */
export const lastMomentOf = ({ until }: { until: Date }): Date => new Date(until.getTime() - 1)
