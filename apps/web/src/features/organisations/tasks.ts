import type { Capacity } from '@howcanwe/shared/organisations'

/** Something on the page of today: one sentence, one reason, one place to go. */
export interface Task {
  key: string
  title: string
  text: string
  /** 'About 3 minutes', 'Closes in 3 days'. */
  effort: string
  to: string
  /** Lower comes first; deadlines of other people before our own questions. */
  urgency: number
}

const DAY_MS = 86_400_000
/** A quarter and a day, as the letter counts: asked at most four times a year (J-08). */
const QUARTER_DAYS = 92

/** What the profile itself asks for: to be said once, and to be looked at again after a quarter. */
export function capacityTask(
  capacity: Pick<Capacity, 'confirmedAt'>,
  now: Date,
): 'say' | 'still-so' | null {
  if (!capacity.confirmedAt) return 'say'
  const days = (now.getTime() - capacity.confirmedAt.getTime()) / DAY_MS
  return days > QUARTER_DAYS ? 'still-so' : null
}

/** At most three (`ux.md` §5.4): more than that is somebody else's list. */
export const firstThree = (tasks: readonly Task[]): Task[] =>
  [...tasks].sort((a, b) => a.urgency - b.urgency).slice(0, 3)
