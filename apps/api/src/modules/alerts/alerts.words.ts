import type { Template } from '../notifications/index.ts'
import { around, firstThatFits } from './alerts.texts.words.ts'

/** A challenge as a letter lists it. */
export interface Line {
  question: string
  link: string
  /** As the letter writes it. */
  closes: string
  minutes: number
  /** How many are expected to answer and how many form the team; null where nobody said. */
  odds: { expected: number; chosen: number } | null
  /** Why it may suit them, as a sentence; null where a search found it. */
  why: string | null
  searches: readonly string[]
}

export interface DigestFacts {
  /** First name, or empty. */
  name: string
  organisations: string
  place: string
  isWeekly: boolean
  kept: readonly { subject: string; link: string | null }[]
  fresh: readonly Line[]
  closing: readonly Line[]
  news: readonly { question: string; link: string; isFormed: boolean }[]
  /** The list of challenges. */
  all: string
  /** Where somebody chooses what they hear about. */
  hearing: string
  contact: string
}

const oddsEn = (odds: Line['odds']): string =>
  odds ? ` About ${odds.expected} answer, ${odds.chosen} form the team.` : ''
const oddsNl = (odds: Line['odds']): string =>
  odds ? ` Zo’n ${odds.expected} reageren, ${odds.chosen} vormen het team.` : ''

const lineEn = (l: Line): string =>
  [
    l.question,
    `About ${l.minutes} minutes, until ${l.closes}.${oddsEn(l.odds)}`,
    ...(l.why ? [l.why] : []),
    ...(l.searches.length > 0 ? [`Found by your search: ${l.searches.join(', ')}`] : []),
    l.link,
  ].join('\n')
const lineNl = (l: Line): string =>
  [
    l.question,
    `Ongeveer ${l.minutes} minuten, tot ${l.closes}.${oddsNl(l.odds)}`,
    ...(l.why ? [l.why] : []),
    ...(l.searches.length > 0 ? [`Gevonden met je zoekopdracht: ${l.searches.join(', ')}`] : []),
    l.link,
  ].join('\n')

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [title, ...lines] : []

const counted = (n: number, one: string, many: string): string[] =>
  n > 0 ? [`${n} ${n === 1 ? one : many}`] : []

const subjectEn = (f: DigestFacts): string =>
  `${f.place}: ${[
    ...counted(f.kept.length, 'thing for you', 'things for you'),
    ...counted(f.fresh.length, 'new challenge', 'new challenges'),
    ...counted(f.closing.length, 'closing soon', 'closing soon'),
    ...counted(f.news.length, 'decided', 'decided'),
  ].join(', ')}`
const subjectNl = (f: DigestFacts): string =>
  `${f.place}: ${[
    ...counted(f.kept.length, 'bericht voor jou', 'berichten voor jou'),
    ...counted(f.fresh.length, 'nieuw vraagstuk', 'nieuwe vraagstukken'),
    ...counted(f.closing.length, 'sluit binnenkort', 'sluiten binnenkort'),
    ...counted(f.news.length, 'besloten', 'besloten'),
  ].join(', ')}`

const keptLine = ({ subject, link }: DigestFacts['kept'][number]): string =>
  [subject, link].filter(Boolean).join('\n')

const minutesOf = ({ closing, fresh }: DigestFacts): number | undefined =>
  (closing[0] ?? fresh[0])?.minutes

/** Whoever has no email reads how many and how long it takes; where all of it is too long, what closes soon. */
const textEn = (f: DigestFacts): string => {
  const minutes = minutesOf(f)
  const end = `${minutes ? ` The first takes about ${minutes} minutes.` : ''} ${f.all}`
  const soon = counted(f.closing.length, 'closing soon', 'closing soon')
  const shorter = soon.map((many) => `${many}.${end}`)
  return firstThatFits([
    `${subjectEn(f)}.${end}`,
    ...shorter.map((s) => `${f.place}: ${s}`),
    ...shorter,
  ])
}
const textNl = (f: DigestFacts): string => {
  const minutes = minutesOf(f)
  const end = `${minutes ? ` De eerste kost zo’n ${minutes} minuten.` : ''} ${f.all}`
  const soon = counted(f.closing.length, 'sluit binnenkort', 'sluiten binnenkort')
  const shorter = soon.map((many) => `${many}.${end}`)
  return firstThatFits([
    `${subjectNl(f)}.${end}`,
    ...shorter.map((s) => `${f.place}: ${s}`),
    ...shorter,
  ])
}

/** One letter for everything that is not urgent: a day's or a week's. */
export const digestLetter: Template<DigestFacts> = {
  en: (f) => ({
    subject: subjectEn(f),
    text: textEn(f),
    paragraphs: [
      f.name ? `Hello ${f.name},` : 'Hello,',
      f.organisations
        ? `Here is your ${f.isWeekly ? 'week' : 'day'} in ${f.place}, for ${f.organisations}. Nobody has to answer anything.`
        : `Here is your ${f.isWeekly ? 'week' : 'day'} in ${f.place}.`,
      ...section('FOR YOU', f.kept.map(keptLine)),
      ...section('CLOSING SOON', f.closing.map(lineEn)),
      ...section('NEW', f.fresh.map(lineEn)),
      ...section(
        'WHAT CAME OF IT',
        f.news.map((n) =>
          [n.question, n.isFormed ? 'A team is formed.' : 'Nobody was chosen.', n.link].join('\n'),
        ),
      ),
      `Hear less, or more:\n${f.hearing}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: subjectNl(f),
    text: textNl(f),
    paragraphs: [
      f.name ? `Hallo ${f.name},` : 'Hallo,',
      f.organisations
        ? `Dit is je ${f.isWeekly ? 'week' : 'dag'} in ${f.place}, voor ${f.organisations}. Niemand hoeft ergens op te reageren.`
        : `Dit is je ${f.isWeekly ? 'week' : 'dag'} in ${f.place}.`,
      ...section('VOOR JOU', f.kept.map(keptLine)),
      ...section('SLUIT BINNENKORT', f.closing.map(lineNl)),
      ...section('NIEUW', f.fresh.map(lineNl)),
      ...section(
        'WAT ERVAN KWAM',
        f.news.map((n) =>
          [
            n.question,
            n.isFormed ? 'Er is een team gevormd.' : 'Er is niemand gekozen.',
            n.link,
          ].join('\n'),
        ),
      ),
      `Minder horen, of meer:\n${f.hearing}`,
      f.contact,
    ],
  }),
}

export interface AtOnceFacts {
  name: string
  place: string
  line: Line
  hearing: string
  contact: string
}

/** A challenge that has just opened, to somebody who asked to hear at once. */
export const atOnceLetter: Template<AtOnceFacts> = {
  en: (f) => ({
    subject: `New in ${f.place}: ${f.line.question}`,
    text: around(
      f.line.question,
      (question) =>
        `New in ${f.place}: ${question} About ${f.line.minutes} minutes: ${f.line.link}`,
    ),
    paragraphs: [
      f.name ? `Hello ${f.name},` : 'Hello,',
      `This has just opened in ${f.place}:`,
      lineEn(f.line),
      `Hear less, or once a week:\n${f.hearing}`,
      f.contact,
    ],
  }),
  nl: (f) => ({
    subject: `Nieuw in ${f.place}: ${f.line.question}`,
    text: around(
      f.line.question,
      (question) =>
        `Nieuw in ${f.place}: ${question} Zo’n ${f.line.minutes} minuten: ${f.line.link}`,
    ),
    paragraphs: [
      f.name ? `Hallo ${f.name},` : 'Hallo,',
      `Dit is zojuist geopend in ${f.place}:`,
      lineNl(f.line),
      `Minder horen, of eens per week:\n${f.hearing}`,
      f.contact,
    ],
  }),
}
