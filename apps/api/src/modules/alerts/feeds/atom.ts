import type { FeedChallenge } from './feeds.queries.ts'

export interface FeedPlace {
  id: string
  name: string
  language: 'en' | 'nl'
  /** Where the product is reached. */
  origin: string
  /** GSS codes of the districts it covers. */
  ladCodes: readonly string[]
  /** When nothing has opened yet. */
  since: Date
}

const TITLE = {
  en: (place: string) => `Challenges in ${place}`,
  nl: (place: string) => `Vraagstukken in ${place}`,
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What neither XML 1.0 nor iCalendar can carry at all. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu

/** Words without signs that would break the file they stand in. */
export const carried = (words: string): string => words.replaceAll(FORBIDDEN, '')

/** Words as text or attribute of XML. */
export const xml = (words: string): string =>
  carried(words).replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)

/** RFC 4151: stays what it is when titles, addresses and servers change. */
const tag = (origin: string, what: string, id: string): string =>
  `tag:${new URL(origin).hostname},2026:${what}:${id}`

const category = (term: string, scheme: string): string =>
  `    <category term="${xml(term)}" scheme="${xml(scheme)}"/>`

const GSS = 'http://statistics.data.gov.uk/id/statistical-geography'

function entry({ origin, ladCodes }: FeedPlace, c: FeedChallenge): string {
  const codes = c.gssCodes.length > 0 ? c.gssCodes : ladCodes
  return [
    '  <entry>',
    `    <id>${tag(origin, 'challenge', c.id)}</id>`,
    `    <title>${xml(c.question)}</title>`,
    `    <updated>${c.updatedAt.toISOString()}</updated>`,
    ...(c.openedAt ? [`    <published>${c.openedAt.toISOString()}</published>`] : []),
    `    <author><name>${xml(c.asker)}</name></author>`,
    `    <link rel="alternate" type="text/html" href="${xml(`${origin}/challenges/${c.slug}`)}"/>`,
    `    <summary>${xml(c.summary)}</summary>`,
    ...c.themes.map((theme) => category(theme, `${origin}/themes`)),
    ...codes.map((code) => category(code, GSS)),
    '  </entry>',
  ].join('\n')
}

/** The challenges of a place as an Atom feed (RFC 4287). */
export function atomOf(place: FeedPlace, challenges: readonly FeedChallenge[]): string {
  const self = `${place.origin}/api/v1/places/${place.id}/challenges.atom`
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${place.language}">`,
    `  <id>${tag(place.origin, 'place', place.id)}</id>`,
    `  <title>${xml(TITLE[place.language](place.name))}</title>`,
    `  <updated>${lastChange(place, challenges).toISOString()}</updated>`,
    `  <author><name>${xml(place.name)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${xml(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${xml(`${place.origin}/challenges`)}"/>`,
    ...challenges.map((one) => entry(place, one)),
    '</feed>',
    '',
  ].join('\n')
}

export const lastChange = (
  { since }: Pick<FeedPlace, 'since'>,
  challenges: readonly FeedChallenge[],
): Date => new Date(Math.max(since.getTime(), ...challenges.map((c) => c.updatedAt.getTime())))
