import { addDays, addWorkingDays, type Calendar, dayIn, endOfDay } from '@howcanwe/shared/places'

/** FR-10: everybody hears within so many working days after closing. */
const ANSWER_WITHIN = 10
/** Working days before the due day on which the one who asked is reminded. */
const REMIND_BEFORE = 3
/** §2.7: what an organisation asks back is answered within so many working days. */
const ANSWER_BACK_WITHIN = 5
/** Nobody wants a reminder at midnight. */
const MORNING_MS = 8 * 3_600_000

const morningOf = (timeZone: string, day: string): Date =>
  new Date(endOfDay(timeZone, addDays(day, -1)).getTime() + MORNING_MS)

export interface AnswerClock {
  dueAt: Date
  tenDaysAt: Date
  soonAt: Date
  dayAt: Date
}

/**
 * The clock of answers: ten working days after closing, or the promised day where that comes first.
 *
 * @param resultsBy YYYY-MM-DD; a day before the closing day counts as none
 */
export function answerClock(
  calendar: Calendar,
  closesAt: Date,
  resultsBy: string | null,
): AnswerClock {
  const { timeZone } = calendar
  const closed = dayIn(timeZone, closesAt)
  const last = addWorkingDays(calendar, closed, ANSWER_WITHIN)
  const due = resultsBy && resultsBy > closed && resultsBy < last ? resultsBy : last
  return {
    dueAt: endOfDay(timeZone, due),
    tenDaysAt: endOfDay(timeZone, last),
    soonAt: morningOf(timeZone, addWorkingDays(calendar, due, -REMIND_BEFORE)),
    dayAt: morningOf(timeZone, due),
  }
}

/** The clock of a question back. */
export function questionBackClock(calendar: Calendar, askedAt: Date): { dueAt: Date; dayAt: Date } {
  const { timeZone } = calendar
  const due = addWorkingDays(calendar, dayIn(timeZone, askedAt), ANSWER_BACK_WITHIN)
  return { dueAt: endOfDay(timeZone, due), dayAt: morningOf(timeZone, due) }
}

export type Reminder = 'soon' | 'day' | 'late'

/** Whom to write to now: only the most pressing, also when nobody looked for a week. */
export function reminderDue(
  clock: {
    dueAt: Date
    dayAt: Date
    soonAt?: Date
    lateTold: Date | null
    dayTold: Date | null
    soonTold?: Date | null
  },
  now: Date,
): Reminder | undefined {
  if (!clock.lateTold && clock.dueAt <= now) return 'late'
  if (clock.lateTold || clock.dayTold) return undefined
  if (clock.dayAt <= now) return 'day'
  return clock.soonAt && !clock.soonTold && clock.soonAt <= now ? 'soon' : undefined
}

/** How a clock stands. `answeredAt`: when everybody was told; `dueAt`: null while it was not wound. */
export function clockState(
  clock: { dueAt: Date | null; answeredAt: Date | null },
  now: Date,
): 'not-yet' | 'running' | 'late' | 'kept' | 'kept-late' {
  const { dueAt, answeredAt } = clock
  if (!dueAt) return 'not-yet'
  if (answeredAt) return answeredAt < dueAt ? 'kept' : 'kept-late'
  return now < dueAt ? 'running' : 'late'
}

/** The last day on which a promise is kept, YYYY-MM-DD: a clock runs out with the first instant after it. */
export const lastDay = (timeZone: string, dueAt: Date): string =>
  dayIn(timeZone, new Date(dueAt.getTime() - 1))
