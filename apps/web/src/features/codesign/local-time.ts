const MINUTE_MS = 60_000

/** Minutes a zone is ahead of UTC at a moment. */
function offsetIn(zone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: 'longOffset' })
  const name = parts.formatToParts(at).find((part) => part.type === 'timeZoneName')?.value ?? ''
  const found = /([+-])(\d{2}):(\d{2})/.exec(name)
  if (!found) return 0
  return (found[1] === '-' ? -1 : 1) * (Number(found[2]) * 60 + Number(found[3]))
}

/**
 * The moment a wall clock in a zone shows a day and time. An hour that the clocks skip is taken an hour later, one
 * they repeat is the first of the two.
 *
 * @param day YYYY-MM-DD
 * @param time HH:MM
 * @returns RFC 3339 in UTC
 */
export function momentIn(zone: string, day: string, time: string): string {
  const wall = Date.parse(`${day}T${time}:00Z`)
  const before = offsetIn(zone, wall - 24 * 60 * MINUTE_MS)
  const after = offsetIn(zone, wall + 24 * 60 * MINUTE_MS)
  const fits = [before, after].find(
    (offset) => offsetIn(zone, wall - offset * MINUTE_MS) === offset,
  )
  return new Date(wall - (fits ?? before) * MINUTE_MS).toISOString()
}
