import {
  addDays,
  addWorkingDays,
  type Calendar,
  endOfDay,
  workingDaysBetween,
} from '@howcanwe/shared/places'
import { ANSWER_WITHIN_DAYS, type Question } from '@howcanwe/shared/questions'

/** Questions of one challenge that may wait at once: more is not asking but drowning (T-20). */
export const MOST_WAITING = 100

const MORNING_MS = 7 * 3_600_000

/** About seven in the morning of a day; an hour off on the night the clocks change. */
const morningOf = (timeZone: string, day: string): Date =>
  new Date(endOfDay(timeZone, addDays(day, -1)).getTime() + MORNING_MS)

/**
 * The clocks of a question (`product-spec.md` §2.4: three working days). They follow from the day alone, so that two
 * questions of one day cannot be told apart by them. Whoever asks the challenge hears on the next working morning:
 * an email at the minute of asking would say more about who asked than the question does.
 *
 * @param askedOn YYYY-MM-DD in the place's zone
 */
export function clocksOf(askedOn: string, calendar: Calendar) {
  const { timeZone } = calendar
  const answerBy = addWorkingDays(calendar, askedOn, ANSWER_WITHIN_DAYS)
  return {
    answerBy,
    tellAt: morningOf(timeZone, addWorkingDays(calendar, askedOn, 1)),
    remindAt: morningOf(timeZone, answerBy),
    dueAt: endOfDay(timeZone, answerBy),
  }
}

/**
 * Median working days from question to public answer (M13). A reason for no answer is one too; a merged question
 * has its answer elsewhere and is not counted.
 *
 * @returns null before the first
 */
export function medianWorkingDays(
  questions: readonly Pick<Question, 'state' | 'askedOn' | 'closedOn'>[],
  calendar: Calendar,
): number | null {
  const days = questions
    .filter((one) => one.state !== 'merged')
    .map((one) => workingDaysBetween(calendar, one.askedOn, one.closedOn))
    .toSorted((a, b) => a - b)
  const middle = days.length / 2
  const [low, high] = [days[Math.ceil(middle) - 1], days[Math.floor(middle)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
