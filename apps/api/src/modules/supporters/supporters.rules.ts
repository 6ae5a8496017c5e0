import { addDays, dayIn, endOfDay } from '@howcanwe/shared/places'
import { SUPPORT_MONTHS } from '@howcanwe/shared/supporters'

/** A question nobody answers lapses after this many days, and what was typed with it goes. */
export const ASKED_DAYS = 30
/** Questions of one person that may wait for an answer at a time, and that may be asked in a day. */
export const MOST_ASKED = 5

/** Of those asked in a day, so many by text: each goes to a stranger, and costs. */
export const MOST_TEXTED = 2

/** The last day somebody may choose: the same day of the month, so many months on, or the last one it has. */
export function lastDay(today: string): string {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number)
  const lastOf = new Date(Date.UTC(year, month - 1 + SUPPORT_MONTHS + 1, 0))
  const end = new Date(
    Date.UTC(lastOf.getUTCFullYear(), lastOf.getUTCMonth(), Math.min(day, lastOf.getUTCDate())),
  )
  return addDays(end.toISOString().slice(0, 10), -1)
}

const YEAR_MS = 365 * 86_400_000

/**
 * The first instant at which it does not count any more.
 *
 * @param day the last day it counts, YYYY-MM-DD
 * @returns undefined for a day that is over, or more than a year away
 */
export function endsAfter(timeZone: string, day: string, now: Date): Date | undefined {
  const today = dayIn(timeZone, now)
  if (day < today || day > lastDay(today)) return undefined
  // An hour of summer time may lie between the two midnights; a year stays a year.
  return new Date(Math.min(endOfDay(timeZone, day).getTime(), now.getTime() + YEAR_MS))
}

/** Enough questions: so that nobody is used to send unwanted emails. */
export const askedEnough = (counts: { waiting: number; today: number }): boolean =>
  counts.waiting >= MOST_ASKED || counts.today >= MOST_ASKED

/** Enough of them by text; an email may still be sent. */
export const textedEnough = (counts: { texted: number }): boolean => counts.texted >= MOST_TEXTED
