const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Minutes a zone is ahead of UTC at a moment. */
export function offsetIn(zone: string, at: Date): number {
  const name = namePart(zone, at, 'longOffset')
  const found = /([+-])(\d{2}):(\d{2})/.exec(name)
  if (!found) return 0
  const minutes = Number(found[2]) * 60 + Number(found[3])
  return found[1] === '-' ? -minutes : minutes
}

type Style = 'longOffset' | 'short'

/** Making a formatter takes a hundred times as long as using it; there are as many as zones of places. */
const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterFor(zone: string, style: Style): Intl.DateTimeFormat {
  const known = formatters.get(`${style} ${zone}`)
  if (known) return known
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, timeZoneName: style })
  formatters.set(`${style} ${zone}`, made)
  return made
}

const namePart = (zone: string, at: Date, style: Style): string =>
  formatterFor(zone, style)
    .formatToParts(at)
    .find((part) => part.type === 'timeZoneName')?.value ?? ''

/** A moment as the wall clock of a zone shows it, carried by the UTC parts of the answer. */
export const wallClock = (zone: string, at: Date): Date =>
  new Date(at.getTime() + offsetIn(zone, at) * MINUTE_MS)

/** The minute at which a zone's clocks change between two moments whose offsets differ. */
function changeBetween(zone: string, from: number, to: number): number {
  const before = offsetIn(zone, new Date(from))
  let [low, high] = [from, to]
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS
    if (offsetIn(zone, new Date(middle)) === before) low = middle
    else high = middle
  }
  return high
}

/** Every clock change of a zone in these years, first to last. */
export function changesIn(zone: string, fromYear: number, toYear: number): Date[] {
  const changes: Date[] = []
  const end = Date.UTC(toYear + 1, 0, 1)
  for (let day = Date.UTC(fromYear, 0, 1); day < end; day += 7 * DAY_MS) {
    const next = Math.min(day + 7 * DAY_MS, end)
    if (offsetIn(zone, new Date(day)) !== offsetIn(zone, new Date(next)))
      changes.push(new Date(changeBetween(zone, day, next)))
  }
  return changes
}

const two = (n: number): string => String(n).padStart(2, '0')

/** 20270328T010000, from UTC parts. */
const stamp = (d: Date): string => d.toISOString().replaceAll(/[-:]|\.\d+Z/g, '')

const signed = (minutes: number): string => {
  const size = Math.abs(minutes)
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`
}

function observance(zone: string, o: { starts: Date; before: number; after: number; at: Date }) {
  const kind = o.after > o.before ? 'DAYLIGHT' : 'STANDARD'
  return [
    `BEGIN:${kind}`,
    `DTSTART:${stamp(o.starts)}`,
    `TZOFFSETFROM:${signed(o.before)}`,
    `TZOFFSETTO:${signed(o.after)}`,
    `TZNAME:${namePart(zone, o.at, 'short')}`,
    `END:${kind}`,
  ]
}

/**
 * A VTIMEZONE (RFC 5545 §3.6.5) with each clock change of these years written out, so that a calendar without a
 * table of zones still shows the right hour. It begins a year early, because every moment needs an observance
 * before it.
 *
 * @returns lines joined by CRLF
 */
export function vtimezone(zone: string, firstYear: number, lastYear: number): string {
  const begins = new Date(Date.UTC(firstYear - 1, 0, 1))
  const first = offsetIn(zone, begins)
  const changes = changesIn(zone, firstYear - 1, lastYear + 1)
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${zone}`,
    ...observance(zone, { starts: begins, before: first, after: first, at: begins }),
    ...changes.flatMap((at) => {
      const before = offsetIn(zone, new Date(at.getTime() - MINUTE_MS))
      const starts = new Date(at.getTime() + before * MINUTE_MS)
      return observance(zone, { starts, before, after: offsetIn(zone, at), at })
    }),
    'END:VTIMEZONE',
  ].join('\r\n')
}
