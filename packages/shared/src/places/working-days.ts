/**
 * The calendar of a place: what every clock of the product counts by (issue 3, item 7). Days are YYYY-MM-DD in the
 * place's own zone; which days are off is dated data of the place, never a constant.
 */
export interface Calendar {
  /** IANA name. */
  timeZone: string
  /** Days of the week that are off, Monday 1 to Sunday 7; never all seven. */
  weekend: readonly number[]
  /** Public holidays. */
  holidays: readonly string[]
}

const DAY_MS = 86_400_000
const FARTHEST_OFFSET_MS = 15 * 3_600_000

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(timeZone: string): Intl.DateTimeFormat {
  const made =
    formatters.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' })
  formatters.set(timeZone, made)
  return made
}

/** The day an instant falls on, on the calendar on the wall there. */
export const dayIn = (timeZone: string, at: Date): string => formatterFor(timeZone).format(at)

const stamp = (day: string): number => Date.parse(`${day}T00:00:00Z`)

/** The day so many days later, or earlier where `days` is negative. */
export const addDays = (day: string, days: number): string =>
  new Date(stamp(day) + days * DAY_MS).toISOString().slice(0, 10)

/** Monday 1 to Sunday 7. */
const weekday = (day: string): number => new Date(stamp(day)).getUTCDay() || 7

/** People work on this day there. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean =>
  !calendar.weekend.includes(weekday(day)) && !calendar.holidays.includes(day)

/**
 * The working day `count` working days after a day, or before it where `count` is negative. The day itself never
 * counts, as in law; with 0 it is the day itself, or the first working day after it.
 */
export function addWorkingDays(calendar: Calendar, day: string, count: number): string {
  const step = count < 0 ? -1 : 1
  let at = day
  if (count === 0) while (!isWorkingDay(calendar, at)) at = addDays(at, 1)
  for (let left = Math.abs(count); left > 0; ) {
    at = addDays(at, step)
    if (isWorkingDay(calendar, at)) left -= 1
  }
  return at
}

/** Working days after `from` up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1))
    if (isWorkingDay(calendar, day)) count += 1
  return count
}

/** The first instant after a day: its midnight there, or the next moment that exists when clocks change at it. */
export function endOfDay(timeZone: string, day: string): Date {
  const next = stamp(day) + DAY_MS
  let [early, late] = [next - FARTHEST_OFFSET_MS, next + FARTHEST_OFFSET_MS]
  while (late - early > 1) {
    const middle = early + Math.floor((late - early) / 2)
    if (dayIn(timeZone, new Date(middle)) > day) late = middle
    else early = middle
  }
  return new Date(late)
}

/** The instant a promise of `count` working days made at `at` runs out: the end of that day. */
export const dueAfter = (calendar: Calendar, at: Date, count: number): Date =>
  endOfDay(calendar.timeZone, addWorkingDays(calendar, dayIn(calendar.timeZone, at), count))

/** The end of the working day that lies `count` working days before `at`. */
export const dueBefore = (calendar: Calendar, at: Date, count: number): Date =>
  endOfDay(calendar.timeZone, addWorkingDays(calendar, dayIn(calendar.timeZone, at), -count))
