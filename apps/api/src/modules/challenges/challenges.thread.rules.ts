import type { Challenge, State } from '@howcanwe/shared/challenges'

type Thread = Challenge['thread']

/** What the thread is drawn from; days are whole days in the place's zone. */
export interface Course {
  state: State
  today: string
  openedOn: string
  closesOn: string
  decidedOn: string | null
  resultsBy: string | null
  startsOn: string | null
  endsOn: string | null
}

/** Which of the six stations is now: 1 exploring, 2 teamed up, 3 trying, 4 learning. */
function stationNow(c: Course): number {
  if (c.state === 'open') return 1
  if (c.state === 'choosing') return 2
  if (c.endsOn && c.today > c.endsOn) return 4
  if (c.startsOn && c.today >= c.startsOn) return 3
  return 2
}

/**
 * Where a question stands (`ux.md` §5.2), from its state and its dates alone. A question that was taken back, or
 * for which nobody was chosen, has no stations to come: the line ends where it ended.
 */
export function threadOf(c: Course): Thread {
  const asked = { station: 'asked', status: 'done', on: c.openedOn } as const
  if (c.state === 'draft' || c.state === 'withdrawn') return [asked]
  const explored = { station: 'exploring', status: 'done', on: c.closesOn } as const
  if (c.state === 'none-chosen') return [asked, explored]
  const now = stationNow(c)
  const status = (i: number) => (i < now ? 'done' : i === now ? 'now' : 'to-come')
  return [
    asked,
    { station: 'exploring', status: status(1), on: c.closesOn },
    { station: 'teamed-up', status: status(2), on: c.decidedOn ?? c.resultsBy },
    { station: 'trying', status: status(3), on: c.startsOn },
    { station: 'learning', status: status(4), on: c.endsOn },
    { station: 'shared', status: status(5), on: null },
  ]
}
