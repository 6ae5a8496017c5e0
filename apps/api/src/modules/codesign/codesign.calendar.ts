import type { SessionState } from '@howcanwe/shared/codesign'
import ical, { escape as escaped, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { stepFreeWords } from './codesign.words.ts'
import { vtimezone, wallClock } from './zones.rules.ts'

export interface CalendarGroup {
  name: string
  zone: string
  /** Address of the group's page. */
  page: string
}
export interface CalendarSession {
  id: string
  startsAt: Date
  endsAt: Date
  venue: string
  address: string | null
  gettingThere: string
  stepFree: boolean
  state: SessionState
  sequence: number
}

const TWELVE_HOURS_S = 43_200

/**
 * A Date whose local parts are those of one zone, whatever zone the process runs in. The calendar library knows
 * such dates by these three names.
 */
class ZonedDate extends Date {
  readonly internal: Date
  constructor(at: Date, zone: string) {
    super(at.getTime())
    this.internal = wallClock(zone, at)
  }
  withTimeZone(): this {
    return this
  }
  tzComponents(): string[] {
    return []
  }
  override getFullYear = (): number => this.internal.getUTCFullYear()
  override getMonth = (): number => this.internal.getUTCMonth()
  override getDate = (): number => this.internal.getUTCDate()
  override getHours = (): number => this.internal.getUTCHours()
  override getMinutes = (): number => this.internal.getUTCMinutes()
  override getSeconds = (): number => this.internal.getUTCSeconds()
}

const yearsOf = (sessions: readonly CalendarSession[]): [number, number] => {
  const years = sessions.flatMap((s) => [s.startsAt.getUTCFullYear(), s.endsAt.getUTCFullYear()])
  return [Math.min(...years), Math.max(...years)]
}

/**
 * Sessions as an iCalendar file (RFC 5545, RFC 7986). The UID stays through every change, SEQUENCE goes up, a
 * cancelled session stays in with its STATUS, and nobody who takes part is named.
 */
export function calendarOf(
  group: CalendarGroup,
  sessions: readonly CalendarSession[],
  { language, now }: { language: string; now: Date },
): string {
  const host = new URL(group.page).host
  const [first, last] = yearsOf(sessions)
  const calendar = ical({
    name: escaped(group.name, false),
    prodId: { company: 'How Can We', product: 'groups', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    // Without a name of its own the calendar keeps DTSTAMP in UTC; each event carries the zone.
    timezone: {
      name: null,
      generator: (zone) => (sessions.length > 0 ? vtimezone(zone, first, last) : null),
    },
    ttl: TWELVE_HOURS_S,
  })
  for (const s of sessions) {
    calendar.createEvent({
      id: `${s.id}@${host}`,
      sequence: s.sequence,
      stamp: now,
      start: new ZonedDate(s.startsAt, group.zone),
      end: new ZonedDate(s.endsAt, group.zone),
      timezone: group.zone,
      summary: group.name,
      location: [s.venue, s.address].filter(Boolean).join(', '),
      description: [
        s.gettingThere,
        s.stepFree ? stepFreeWords[language === 'nl' ? 'nl' : 'en'] : '',
        group.page,
      ]
        .filter(Boolean)
        .join('\n'),
      url: group.page,
      status: s.state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
  }
  return `${calendar.toString().trimEnd()}\r\n`
}
