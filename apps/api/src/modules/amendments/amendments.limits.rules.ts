import { addDays } from '@howcanwe/shared/places'

/**
 * How long a challenge may stand still, by the database too. Sixty days outlast an election period or a summer; three
 * pauses and ninety days in all keep small groups from holding their time free for what does not come.
 */
export const PAUSE_LIMITS = { longestDays: 60, most: 3, allDays: 90 } as const

const DAY_S = 86_400
const DAY_MS = DAY_S * 1000

export type PauseFault = 'amendments.pause_too_long' | 'amendments.paused_enough'

/**
 * Why a challenge may not be paused until the end of a day; undefined where it may.
 *
 * @param until YYYY-MM-DD, as `today`, in the place's zone
 * @param before how often and how many seconds it has stood still so far
 */
export function pauseFault(
  until: string,
  today: string,
  before: { pausesCount: number; pausedSeconds: number },
): PauseFault | undefined {
  const { longestDays, most, allDays } = PAUSE_LIMITS
  const left = allDays - Math.floor(before.pausedSeconds / DAY_S)
  if (before.pausesCount >= most || left < 1) return 'amendments.paused_enough'
  if (until <= today || until > addDays(today, longestDays)) return 'amendments.pause_too_long'
  return until > addDays(today, left) ? 'amendments.paused_enough' : undefined
}

/** A closing time lies within so many days of opening, not counting how long it stood still. */
export const closesInTime = (
  closesAt: Date,
  opened: { openedAt: Date; pausedSeconds: number },
  mostDays: number,
): boolean =>
  closesAt.getTime() <= opened.openedAt.getTime() + mostDays * DAY_MS + opened.pausedSeconds * 1000
