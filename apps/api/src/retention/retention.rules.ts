/**
 * What is forgotten, when, and how (`trust.md` §4.6): the whole list, and the only one. Days count from the moment
 * named, by the database's clock. A letter that is blanked leaves only that one was written and when.
 */
export const RETENTION = [
  { what: 'signInRequests', days: 1, since: 'somebody asked', action: 'delete' },
  { what: 'signInLetters', days: 1, since: 'sent or given up', action: 'blank' },
  { what: 'letters', days: 30, since: 'sent or given up', action: 'blank' },
  { what: 'groupEchoes', days: 90, since: 'handed out', action: 'delete' },
  /** With their refresh tokens. */
  { what: 'sessions', days: 90, since: 'ended, or over by themselves', action: 'delete' },
] as const

export type Forgotten = (typeof RETENTION)[number]['what']

const HOUR = 3_600_000

/**
 * A step that the worker may offer as often as it likes.
 *
 * @returns whether it is time; counts from the start of the last run, also of one that failed
 */
export function onceAnHour(): (now: number) => boolean {
  let last = Number.NEGATIVE_INFINITY
  return (now) => {
    if (now - last < HOUR) return false
    last = now
    return true
  }
}
