import ical, { escape as escaped, ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { carried, type FeedPlace } from './atom.ts'
import type { FeedChallenge } from './feeds.queries.ts'

const TWELVE_HOURS_S = 43_200
const DAY_MS = 86_400_000

const WORDS = {
  en: {
    name: (place: string) => `Days that matter in ${place}`,
    closes: (q: string) => `Last moment to answer: ${q}`,
    questions: (q: string) => `Last moment to ask about: ${q}`,
    results: (q: string) => `Results by today: ${q}`,
    reading: (q: string) => `Being read before it opens: ${q}`,
    gone: 'Taken back before it opened',
  },
  nl: {
    name: (place: string) => `Dagen die tellen in ${place}`,
    closes: (q: string) => `Laatste moment om te reageren: ${q}`,
    questions: (q: string) => `Laatste moment om iets te vragen over: ${q}`,
    results: (q: string) => `Uitslag uiterlijk vandaag: ${q}`,
    reading: (q: string) => `Wordt gelezen voor het opengaat: ${q}`,
    gone: 'Teruggenomen voordat het openging',
  },
} as const

interface Day {
  id: string
  start: Date
  end?: Date
  allDay?: boolean
  summary: string
  url: string
}

/** A day without a zone, YYYY-MM-DD, as the calendar library wants it. */
const wholeDay = (day: string): Date => new Date(`${day}T00:00:00Z`)

function daysOf(place: FeedPlace, c: FeedChallenge): Day[] {
  const words = WORDS[place.language]
  const url = c.slug ? `${place.origin}/challenges/${c.slug}` : `${place.origin}/read/${c.id}`
  const isGone = c.state === 'withdrawn' && c.slug === null
  const summary = (of: (question: string) => string) =>
    isGone ? words.gone : of(carried(c.question))
  return [
    ...(c.readFrom && c.readUntil
      ? [
          {
            id: `${c.id}-read`,
            start: c.readFrom,
            end: c.readUntil,
            summary: summary(words.reading),
            url,
          },
        ]
      : []),
    ...(c.slug && c.questionsUntil
      ? [
          {
            id: `${c.id}-questions`,
            start: c.questionsUntil,
            summary: summary(words.questions),
            url,
          },
        ]
      : []),
    ...(c.slug && c.closesAt
      ? [{ id: `${c.id}-closes`, start: c.closesAt, summary: summary(words.closes), url }]
      : []),
    ...(c.slug && c.resultsBy
      ? [
          {
            id: `${c.id}-results`,
            start: wholeDay(c.resultsBy),
            end: new Date(wholeDay(c.resultsBy).getTime() + DAY_MS),
            allDay: true,
            summary: summary(words.results),
            url,
          },
        ]
      : []),
  ]
}

const STATUS: Record<string, ICalEventStatus> = {
  withdrawn: ICalEventStatus.CANCELLED,
  paused: ICalEventStatus.TENTATIVE,
}

/**
 * The days of a place as an iCalendar file (RFC 5545, RFC 7986), moments in UTC: when answering and asking end, when
 * results are due, and what is being read. The UID stays through every change, SEQUENCE goes up with the version of
 * the challenge, and what was taken back stays in as cancelled. Nobody is named.
 *
 * @param now for DTSTAMP
 */
export function deadlinesOf(
  place: FeedPlace,
  challenges: readonly FeedChallenge[],
  now: Date,
): string {
  const { host } = new URL(place.origin)
  const calendar = ical({
    name: escaped(WORDS[place.language].name(carried(place.name)), false),
    prodId: { company: 'How Can We', product: 'places', language: 'EN' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: TWELVE_HOURS_S,
  })
  for (const c of challenges)
    for (const { id, summary, ...day } of daysOf(place, c))
      calendar.createEvent({
        ...day,
        id: `${id}@${host}`,
        sequence: c.version,
        stamp: now,
        lastModified: c.updatedAt,
        summary,
        status: STATUS[c.state] ?? ICalEventStatus.CONFIRMED,
      })
  return `${calendar.toString().trimEnd()}\r\n`
}
