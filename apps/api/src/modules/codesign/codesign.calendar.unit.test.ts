import { afterEach, describe, expect, it } from 'vitest'
import { type CalendarSession, calendarOf } from './codesign.calendar.ts'

const zoneOfThisMachine = process.env.TZ
afterEach(() => {
  if (zoneOfThisMachine === undefined) delete process.env.TZ
  else process.env.TZ = zoneOfThisMachine
})

const group = {
  name: 'Carers’ Tuesday, with tea; bring a friend',
  zone: 'Europe/London',
  page: 'https://partners.example.org/groups/1',
}
const session: CalendarSession = {
  id: '0199aaaa-0000-7000-8000-000000000001',
  startsAt: new Date('2027-03-30T17:00:00Z'),
  endsAt: new Date('2027-03-30T19:00:00Z'),
  venue: 'Elmside Hall',
  address: '1 Mill Lane',
  gettingThere:
    'Bus 12 or 36 to Mill Lane, then two minutes on foot past the café “Zürich”, which has a ramp and an accessible toilet; ring the bell.',
  stepFree: true,
  state: 'announced',
  sequence: 0,
}
const now = new Date('2027-03-01T09:30:00Z')
const write = (sessions: CalendarSession[], language = 'en') =>
  calendarOf(group, sessions, { language, now })

/** Lines as RFC 5545 §3.1 has them, before and after unfolding. */
const folded = (text: string) => text.split('\r\n')
const unfolded = (text: string) => text.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
const eventLines = (text: string) => {
  const lines = unfolded(text)
  return lines.slice(lines.indexOf('BEGIN:VEVENT'), lines.indexOf('END:VEVENT'))
}
const value = (lines: string[], name: string) =>
  lines.find((l) => l.startsWith(`${name}:`) || l.startsWith(`${name};`))

describe('a session in a calendar', () => {
  it('is at six in the evening two days after the clocks went forward', () => {
    const lines = eventLines(write([session]))
    expect(lines).toContain('DTSTART;TZID=Europe/London:20270330T180000')
    expect(lines).toContain('DTEND;TZID=Europe/London:20270330T200000')
    expect(lines).toContain('DTSTAMP:20270301T093000Z')
  })
  it.each(['America/New_York', 'Pacific/Auckland', 'UTC', 'Europe/London'])(
    'is at the same hour when the server’s own clock is set to %s',
    (zone) => {
      process.env.TZ = zone
      const inTheGap = {
        ...session,
        startsAt: new Date('2027-03-14T02:30:00Z'),
        endsAt: new Date('2027-03-14T03:30:00Z'),
      }
      expect(eventLines(write([inTheGap]))).toContain('DTSTART;TZID=Europe/London:20270314T023000')
      expect(eventLines(write([session]))).toContain('DTSTART;TZID=Europe/London:20270330T180000')
    },
  )
  it('brings the rules of its zone along', () => {
    const lines = unfolded(write([session]))
    expect(lines.indexOf('BEGIN:VTIMEZONE')).toBeGreaterThan(0)
    expect(lines.indexOf('BEGIN:VTIMEZONE')).toBeLessThan(lines.indexOf('BEGIN:VEVENT'))
    expect(lines).toContain('TZID:Europe/London')
  })
  it('keeps its UID and raises SEQUENCE when it moves', () => {
    const before = eventLines(write([session]))
    const after = eventLines(
      write([
        {
          ...session,
          sequence: 1,
          startsAt: new Date('2027-04-06T17:00:00Z'),
          endsAt: new Date('2027-04-06T18:00:00Z'),
        },
      ]),
    )
    expect(value(after, 'UID')).toBe(`UID:${session.id}@partners.example.org`)
    expect(value(after, 'UID')).toBe(value(before, 'UID'))
    expect([value(before, 'SEQUENCE'), value(after, 'SEQUENCE')]).toEqual([
      'SEQUENCE:0',
      'SEQUENCE:1',
    ])
  })
  it('stays in with its status when it is cancelled', () => {
    expect(eventLines(write([session]))).toContain('STATUS:CONFIRMED')
    expect(eventLines(write([{ ...session, state: 'cancelled' }]))).toContain('STATUS:CANCELLED')
  })
  it('says how to get there, and that there are no steps, in the reader’s language', () => {
    const description = value(eventLines(write([session])), 'DESCRIPTION')
    expect(description).toContain('two minutes on foot')
    expect(description).toContain('without steps')
    expect(value(eventLines(write([session], 'nl')), 'DESCRIPTION')).toContain('zonder trap')
    expect(
      value(eventLines(write([{ ...session, stepFree: false }])), 'DESCRIPTION'),
    ).not.toContain('without steps')
  })
  it('folds at 75 octets, ends lines with CRLF and escapes commas and semicolons', () => {
    const text = write([session])
    expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    for (const line of folded(text)) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
    expect(unfolded(text)).toContain('SUMMARY:Carers’ Tuesday\\, with tea\\; bring a friend')
    expect(unfolded(text)).toContain('X-WR-CALNAME:Carers’ Tuesday\\, with tea\\; bring a friend')
    expect(unfolded(text)).toContain('LOCATION:Elmside Hall\\, 1 Mill Lane')
  })
  it('is published, has the needed head, and names nobody', () => {
    const lines = unfolded(write([session]))
    expect(lines).toEqual(
      expect.arrayContaining(['BEGIN:VCALENDAR', 'VERSION:2.0', 'METHOD:PUBLISH']),
    )
    expect(lines.some((l) => l.startsWith('PRODID:'))).toBe(true)
    expect(lines.some((l) => /^(ATTENDEE|ORGANIZER)/.test(l))).toBe(false)
  })
  it('a group without sessions is an empty calendar, not an error', () => {
    expect(write([])).not.toContain('VEVENT')
  })
})
