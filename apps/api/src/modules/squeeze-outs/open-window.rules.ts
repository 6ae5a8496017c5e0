import { addDays, type Calendar, isWorkingDay } from '@howcanwe/shared/places'
import type { Severity } from '@howcanwe/shared/squeeze-outs'
import { NUMBER, numberOf } from './patterns/pattern.ts'

/** Fewer than this many working days is too short to answer in (FR-02). */
export const LEAST_OPEN = 20
const LONGEST_WINDOW = 400

/** August and the end of December: days on which small organisations have nobody in. */
const isQuiet = (day: string): boolean => day.slice(5, 7) === '08' || day.slice(5) >= '12-20'

/**
 * Red below twenty working days; amber where there are twenty only because August or late December is counted in.
 *
 * @param from the day it opens, which does not count
 * @param to the day it closes, which does
 */
export function judgeWindow(calendar: Calendar, from: string, to: string): Severity | undefined {
  let working = 0
  let quiet = 0
  let day = addDays(from, 1)
  for (let i = 0; day <= to && i < LONGEST_WINDOW; i += 1, day = addDays(day, 1)) {
    if (!isWorkingDay(calendar, day)) continue
    working += 1
    if (isQuiet(day)) quiet += 1
  }
  if (working < LEAST_OPEN) return 'red'
  return working - quiet < LEAST_OPEN ? 'amber' : undefined
}

const MONTHS = [
  /^(?:jan)/i,
  /^(?:feb)/i,
  /^(?:mar|mrt|maart)/i,
  /^(?:apr)/i,
  /^(?:may|mei)/i,
  /^(?:jun)/i,
  /^(?:jul)/i,
  /^(?:aug)/i,
  /^(?:sep)/i,
  /^(?:oct|okt)/i,
  /^(?:nov)/i,
  /^(?:dec)/i,
]
const MONTH_NAME =
  '(?:jan(?:uary|uari)?|feb(?:ruary|ruari)?|mar(?:ch)?|maart|mrt|apr(?:il)?|may|mei|june?|juni|july?|juli|aug(?:ust|ustus)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const DATE = new RegExp(
  `\\b(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4})|(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH_NAME})\\.?,? (\\d{4}))\\b`,
  'gi',
)

function dayOf(match: RegExpMatchArray): string | undefined {
  const [, y1, m1, d1, d2, m2, y2, d3, name, y3] = match
  const month = name ? MONTHS.findIndex((one) => one.test(name)) + 1 : Number(m1 ?? m2)
  const [year, day] = [Number(y1 ?? y2 ?? y3), Number(d1 ?? d2 ?? d3)]
  const at = new Date(Date.UTC(year, month - 1, day))
  const valid = year >= 1990 && year <= 2100 && at.getUTCMonth() === month - 1
  return valid ? at.toISOString().slice(0, 10) : undefined
}

const TIME = String.raw`(?:\b\d{1,2}(?:[.:]\d{2}){0,2}\s?(?:am|pm|noon|hrs|hours|uur)?\b)?`
const before = (words: string): RegExp =>
  new RegExp(String.raw`\b(?:${words})\b[^.\d]{0,45}${TIME}[^.\d]{0,25}$`, 'i')

const OPENS = before(
  'publi(?:shed|cation date)|issued|advertised|date of (?:this )?notice|(?:applications|tenders|bids|we) open|opens for|gepubliceerd|publicatiedatum|opengesteld|aanmelden kan vanaf',
)
const CLOSES = before(
  'clos(?:e|es|ing)(?: date)?|deadline|sluit|sluitingsdatum|uiterste (?:dag|datum)|sluitingstermijn',
)
const NO_LATER = before(
  '(?:returned|submitted|received|in) by|(?:respond|reply|apply|submit) by|no later than|by|uiterlijk|inleveren voor|indienen voor',
)
const HANDING_IN =
  /\b(?:submi\w+|tenders?|responses?|returned|received|bids?|quot\w+|applications?|apply|proposals?|inschrij\w+|aanmeld\w*|reageren|indienen)\b/i
const CONTRACT = /\b(?:contract|services?|works?|framework|term|effective|commenc\w+)\b/i

interface Dated {
  day: string
  /** From the words before the date to its end. */
  quote: string
}

/** The first day written down that such words lead up to. */
function dated(text: string, leads: (lead: string) => boolean): Dated | undefined {
  for (const match of text.matchAll(DATE)) {
    const lead = text.slice(Math.max(0, match.index - 120), match.index)
    const day = dayOf(match)
    if (day && leads(lead)) {
      const quote = `${lead.slice(-70).replace(/^\S*\s/, '')}${match[0]}`
      return { day, quote: quote.replace(/\s+/g, ' ').trim() }
    }
  }
  return undefined
}

const closesBy = (lead: string): boolean =>
  CLOSES.test(lead) ||
  (NO_LATER.test(lead) && HANDING_IN.test(lead) && !CONTRACT.test(lead.slice(-50)))

/** Whoever closes on one of these days was open in August or between the years, whenever it was published. */
const closesInQuietTime = (day: string): boolean => {
  const date = day.slice(5)
  return (date >= '08-08' && date <= '09-07') || date >= '12-20' || date <= '01-10'
}

/** The severity and the words a written window was found by. */
export interface FoundWindow {
  severity: Severity
  quote: string
}

/** Published then and closing then, where a text says so. */
export function windowByDates(calendar: Calendar, text: string): FoundWindow | undefined {
  const closes = dated(text, closesBy)
  if (!closes) return undefined
  const opens = dated(text, (lead) => OPENS.test(lead))
  const severity =
    opens && opens.day < closes.day
      ? judgeWindow(calendar, opens.day, closes.day)
      : closesInQuietTime(closes.day)
        ? 'amber'
        : undefined
  return severity && { severity, quote: closes.quote }
}

const SPAN = `(${NUMBER})[- ](working days?|business days?|calendar days?|days?|weeks?|months?|werkdagen|dagen|weken|week|maanden?)`
const RESPONSE =
  '(?:responses?|tenders?|applications?|submissions?|quot(?:es?|ations?)|bids?|proposals?|expressions? of interest)'
const SPANS = [
  `\\b(?:you|applicants|bidders|organi[sz]ations) (?:will )?have (?:only )?${SPAN}\\b[^.]{0,20}\\b(?:respond|reply|apply|submit|answer|tender|bid)`,
  `\\b${RESPONSE}\\b[^.]{0,50}\\b(?:within|in|for) ${SPAN}\\b`,
  `\\b(?:submit|send|return)\\b[^.]{0,40}\\b(?:within) ${SPAN}\\b[^.]{0,20}\\b(?:notice|publication|advert)`,
  `\\b${RESPONSE}\\b[^.]{0,40}\\b(?:due|back|returned?|in)\\b[^.]{0,10}\\b${SPAN}\\b[^.]{0,10}\\b(?:from|after|of)`,
  `\\b(?:tender|response|application|bidding|quotation|submission) (?:period|window|time)\\b[^.]{0,15}\\b(?:is|of|runs for|lasts) ${SPAN}`,
  `\\b(?:termijn|reactietijd|inschrijftermijn|indieningstermijn)\\b[^.]{0,30}\\b(?:is|van|bedraagt) ${SPAN}`,
  `\\b(?:offerte|aanvraag|aanmelding|reactie|antwoord)\\b[^.]{0,30}\\bbinnen ${SPAN}`,
  `\\b(?:reageren|inschrijven|aanmelden|indienen)\\b[^.]{0,40}\\b(?:tot|binnen|gedurende) ${SPAN}\\b`,
  `\\b(?:je|u|inschrijvers) (?:hebt|heeft|hebben) (?:maar )?${SPAN}\\b[^.]{0,20}\\b(?:tijd|om te (?:reageren|antwoorden))`,
].map((one) => new RegExp(one, 'i'))

function workingDaysOf(count: number, unit: string): number {
  if (/week|weken/i.test(unit)) return count * 5
  if (/month|maand/i.test(unit)) return count * 21
  return /working|business|werk/i.test(unit) ? count : Math.floor((count * 5) / 7)
}

/** "You have two weeks to respond". */
export function windowBySpan(sentence: string): FoundWindow | undefined {
  for (const span of SPANS) {
    const [, count, unit] = span.exec(sentence) ?? []
    if (count && unit && workingDaysOf(numberOf(count), unit) < LEAST_OPEN)
      return { severity: 'red', quote: sentence }
  }
  return undefined
}
