import type { Calendar } from '@howcanwe/shared/places'
import {
  type LanguageChecked,
  type Severity,
  SQUEEZE_OUTS,
  type SqueezeOut,
  type SqueezeOutFinding,
} from '@howcanwe/shared/squeeze-outs'
import { saysNo } from './negation.rules.ts'
import { windowByDates, windowBySpan } from './open-window.rules.ts'
import { PATTERNS } from './patterns/index.ts'
import { numberOf, type Pattern } from './patterns/pattern.ts'
import { languageOf, plain, type Sentence, sentences } from './reading.rules.ts'
import { CATALOGUE } from './squeeze-outs.catalogue.ts'

/** More than a few examples of one thing teach nobody anything. */
const SHOWN_PER_CODE = 3
const QUOTE_MAX = 240

/** Saturday and Sunday off: for texts of places whose calendar we do not hold. */
export const PLAIN_WEEK: Calendar = { timeZone: 'UTC', weekend: [6, 7], holidays: [] }

/** Everything an ask says, plain, and in which language. */
export interface Whole {
  language: LanguageChecked
  /** What makes hits of a pattern harmless wherever it stands: looked for once, however many hits there are. */
  harmless: (pattern: Pattern) => readonly string[]
}

export function wholeOf(text: string, language: LanguageChecked): Whole {
  const known = new Map<Pattern, readonly string[]>()
  return {
    language,
    harmless: (pattern) => {
      const before = known.get(pattern)
      if (before) return before
      const every = new RegExp(pattern.unlessAnywhere ?? /$^/, 'gi')
      const found = [...new Set([...text.matchAll(every)].map(([words]) => words))]
      known.set(pattern, found)
      return found
    },
  }
}

/** What one sentence was caught at. */
interface Hit {
  code: SqueezeOut
  severity: Severity
  quote: string
}

function shortened(sentence: string, around: number): string {
  if (sentence.length <= QUOTE_MAX) return sentence
  const from = Math.max(0, Math.min(around - 60, sentence.length - QUOTE_MAX))
  const cut = sentence.slice(from, from + QUOTE_MAX)
  return `${from > 0 ? '… ' : ''}${cut.trim()}${from + QUOTE_MAX < sentence.length ? ' …' : ''}`
}

function foundBy(pattern: Pattern, sentence: string): RegExpExecArray | undefined {
  const found = pattern.find.exec(sentence)
  if (!found) return undefined
  if (pattern.over !== undefined && !(numberOf(found[1] ?? '') > pattern.over)) return undefined
  if (pattern.also && !pattern.also.test(sentence)) return undefined
  return pattern.unless?.test(sentence) ? undefined : found
}

function hitBy(pattern: Pattern, { text: sentence, own }: Sentence, whole: Whole): Hit | undefined {
  const found = foundBy(pattern, sentence)
  if (!found) return undefined
  const at = { start: found.index, end: found.index + found[0].length }
  // Said by the heading alone: it is a sentence of its own.
  if (at.end <= own) return undefined
  if (!pattern.saidByNo && saysNo(sentence, at, whole.language)) return undefined
  if (whole.harmless(pattern).some((words) => !found[0].includes(words))) return undefined
  const severity = pattern.severity ?? CATALOGUE[pattern.code].severity
  return { code: pattern.code, severity, quote: shortened(sentence, found.index) }
}

const worse = (a: Severity, b: Severity): Severity => (a === 'red' ? a : b)

/** One hit a code, the gravest of those that fit. */
function hitsIn(sentence: Sentence, whole: Whole): Hit[] {
  const span = windowBySpan(sentence.text)
  const all: (Hit | undefined)[] = PATTERNS[whole.language].map((p) => hitBy(p, sentence, whole))
  if (span)
    all.push({ code: 'open-window', severity: span.severity, quote: shortened(sentence.text, 0) })
  const byCode = new Map<SqueezeOut, Hit>()
  for (const hit of all) {
    if (!hit) continue
    const before = byCode.get(hit.code)
    byCode.set(
      hit.code,
      before ? { ...before, severity: worse(before.severity, hit.severity) } : hit,
    )
  }
  return [...byCode.values()]
}

/** With the source people of that language know. */
export const finding = (
  hit: { code: SqueezeOut; severity?: Severity; quote?: string; pointer?: string },
  language: LanguageChecked,
): SqueezeOutFinding => ({
  code: hit.code,
  severity: hit.severity ?? CATALOGUE[hit.code].severity,
  pointer: hit.pointer ?? null,
  quote: hit.quote ?? null,
  source: CATALOGUE[hit.code].source[language],
})

/** In the order of FR-02, each thing said only so often. */
export function inOrder(findings: readonly SqueezeOutFinding[]): SqueezeOutFinding[] {
  return SQUEEZE_OUTS.flatMap((code) => {
    const same = findings.filter((f) => f.code === code)
    const graver = same.filter((f) => f.severity === 'red')
    return [...graver, ...same.filter((f) => f.severity !== 'red')].slice(0, SHOWN_PER_CODE)
  })
}

/** Hits in one piece of text, read against everything the ask says; a sentence said twice is read once. */
export const hitsOf = (text: string, whole: Whole): Hit[] =>
  [
    ...new Map(sentences(plain(text)).map((sentence) => [sentence.text, sentence])).values(),
  ].flatMap((sentence) => hitsIn(sentence, whole))

/**
 * What keeps small organisations out of an ask, as far as its words tell (CH4, FR-02).
 *
 * @param language found out from the words where it is not given
 * @param calendar for dates in the text
 */
export function checkText(
  text: string,
  language: LanguageChecked = languageOf(text),
  calendar: Calendar = PLAIN_WEEK,
): SqueezeOutFinding[] {
  const read = plain(text)
  const hits = hitsOf(text, wholeOf(read, language))
  const dates = windowByDates(calendar, read)
  if (dates) hits.push({ code: 'open-window', ...dates })
  const once = new Map(hits.map((hit) => [`${hit.code} ${hit.quote}`, hit]))
  return inOrder([...once.values()].map((hit) => finding(hit, language)))
}
