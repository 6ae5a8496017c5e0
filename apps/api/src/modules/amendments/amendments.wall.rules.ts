import { addDays, dayIn, endOfDay } from '@howcanwe/shared/places'

const DAY_MS = 86_400_000

/** What a clock on the wall there shows, in milliseconds since midnight. */
function timeOnTheWall(timeZone: string, at: Date): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone, timeStyle: 'medium' }).format(at)
  const [hours = 0, minutes = 0, seconds = 0] = shown.split(':').map(Number)
  return ((hours * 60 + minutes) * 60 + seconds) * 1000 + (at.getTime() % 1000)
}

/**
 * The moment at which a clock on the wall there shows the same time as at `at`, on another day; an hour later where
 * the clocks skip that time on that day.
 *
 * @param day YYYY-MM-DD
 */
export function sameTimeOn(timeZone: string, day: string, at: Date): Date {
  const wanted = timeOnTheWall(timeZone, at)
  const guess = endOfDay(timeZone, addDays(day, -1)).getTime() + wanted
  const off = wanted - timeOnTheWall(timeZone, new Date(guess))
  const wrapped = off > DAY_MS / 2 ? off - DAY_MS : off < -DAY_MS / 2 ? off + DAY_MS : off
  const exact = new Date(guess + wrapped)
  const isThere = dayIn(timeZone, exact) === day && timeOnTheWall(timeZone, exact) === wanted
  return isThere ? exact : new Date(guess)
}
