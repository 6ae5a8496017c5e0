import type {
  FramingCode,
  FramingFinding,
  FramingLanguage,
  FramingReason,
} from '@howcanwe/shared/framing'
import { EN } from './framing.en.ts'
import { NL } from './framing.nl.ts'
import { readingAge, sentencesOf, wordsOf } from './framing.reading.rules.ts'
import { type Field, type Framing, type Rule, type Term, words } from './framing.rule.ts'

/** What is checked: the question, and the plain summary under it where there is one. */
export interface Framed {
  question: string
  summary?: string | undefined
  /** Told by the opening words where nobody says. */
  language?: FramingLanguage | undefined
}

/** A summary that people of this age cannot read yet is said to be hard. GOV.UK writes for nine; we speak up late. */
const HARD_AGE = 15
/** Words in one sentence. GOV.UK splits at 25. */
const LONG_SENTENCE = 30
const LONG_QUESTION = 28
/** As long as a challenge may be (`product-spec.md` §2.4). */
const QUESTION_MAX = 160
/** Read no further: nobody writes a summary of this length, and a rule stays quick. */
const READ_MAX = 4000
const SHOWN_TERMS = 4
const DUTCH =
  /^\s*(?:hoe|waarom|kunnen|kan|moeten|moet|willen|wil|mogen|mag|zouden|zullen|heeft|hebben|wordt|worden|wat|welke|wie|waar|zijn|gaan|durven|zorgen)\b/iu
const LANGUAGES: Record<FramingLanguage, Framing> = { en: EN, nl: NL }

/** The language of a question, by its opening words; English for anything else. */
export const framingLanguage = (question: string): FramingLanguage =>
  DUTCH.test(question) ? 'nl' : 'en'

/** One space, straight apostrophes: what rules read has the same places as what was said. */
const oneLine = (text: string): string => text.slice(0, READ_MAX).replace(/\s+/gu, ' ').trim()
const read = (text: string): string => text.replace(/[’‘`´]/gu, "'").replace(/[‐‑]/gu, '-')

interface Found {
  code: FramingCode
  reason: FramingReason
  quote: string | null
}

/** Small letters, where every letter keeps its place. */
function small(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

/** The first place a rule fits, as it was written there. */
function firstOf(rule: Rule, plain: string, shown: string): Found | null {
  const text = rule.cased ? plain : small(plain)
  if (rule.unless?.test(text)) return null
  for (const match of text.matchAll(rule.pattern)) {
    if (rule.notAfter?.test(text.slice(0, match.index))) continue
    const quote = shown.slice(match.index, match.index + match[0].length).trim()
    return { code: rule.code, reason: rule.reason, quote }
  }
  return null
}

interface Matcher {
  pattern: RegExp
  instead: string | null
}
const matchersOf = (terms: readonly Term[]): Matcher[] =>
  terms.map(([term, instead]) => ({
    pattern: words(term),
    instead,
  }))
const MATCHERS = {
  en: { jargon: matchersOf(EN.jargon), labels: matchersOf(EN.labels) },
  nl: { jargon: matchersOf(NL.jargon), labels: matchersOf(NL.labels) },
}

interface Place {
  from: number
  to: number
  /** The plain word, or null where there is none. */
  instead: string | null
}

/** Where terms stand in the text, in the order they are read; of one inside another, the longer. */
function placesIn(matchers: readonly Matcher[], text: string): Place[] {
  const all = matchers.flatMap(({ pattern, instead }) =>
    [...small(text).matchAll(pattern)].map((m) => ({
      from: m.index,
      to: m.index + m[0].length,
      instead: instead?.replace('$<who>', m.groups?.who ?? '') ?? null,
    })),
  )
  const inOrder = all.toSorted((a, b) => a.from - b.from || b.to - a.to)
  return inOrder.filter((p, i) => !inOrder.slice(0, i).some((q) => q.to > p.from))
}

/** Each term once, as it was written. */
function termsIn(matchers: readonly Matcher[], text: string, shown: string): string[] {
  const terms = placesIn(matchers, text).map((p) => shown.slice(p.from, p.to))
  return [...new Map(terms.map((term) => [term.toLowerCase(), term])).values()]
}

/** Capitals that only colleagues can read. A text all in capitals is shouting, not abbreviating. */
function capitalsIn(text: string, { knownCapitals }: Framing): string[] {
  if (text === text.toUpperCase()) return []
  const found = text.match(/(?<![\p{L}\p{N}])\p{Lu}[\p{Lu}&]{1,6}s?(?![\p{L}\p{N}-])/gu) ?? []
  return [...new Set(found)].filter(
    (c) => c.replace(/s$/u, '').length > 2 && !knownCapitals.includes(c),
  )
}

function jargonIn(text: string, shown: string, framing: Framing): Found[] {
  const terms = termsIn(MATCHERS[framing.language].jargon, text, shown)
  const capitals = capitalsIn(shown, framing)
  const all = [...terms, ...capitals.filter((c) => !terms.includes(c))].slice(0, SHOWN_TERMS)
  if (all.length === 0) return []
  return [
    { code: 'jargon', reason: terms.length > 0 ? 'jargon' : 'abbreviation', quote: all.join(', ') },
  ]
}

function labelsIn(text: string, shown: string, { language }: Framing): Found[] {
  const [first] = termsIn(MATCHERS[language].labels, text, shown)
  return first === undefined ? [] : [{ code: 'blame', reason: 'label', quote: first }]
}

function hardToRead(field: Field, shown: string, language: FramingLanguage): Found[] {
  const limit = field === 'question' ? LONG_QUESTION : LONG_SENTENCE
  const age = field === 'summary' ? readingAge(shown, language) : null
  if (age !== null && age >= HARD_AGE)
    return [{ code: 'hard_to_read', reason: 'reading_age', quote: null }]
  const long = sentencesOf(shown).find((sentence) => wordsOf(sentence).length > limit)
  return long === undefined ? [] : [{ code: 'hard_to_read', reason: 'long_sentence', quote: long }]
}

/** Everything that can be said of one field: at most one finding a code, the first rule that fits. */
function foundIn(field: Field, text: string, framing: Framing): Found[] {
  const shown = oneLine(text)
  const plain = read(shown)
  if (!/\p{L}/u.test(plain)) return []
  const rules = framing.rules.filter((rule) => (rule.in ?? ['question']).includes(field))
  const foundBy = (some: readonly Rule[]) =>
    some.flatMap((rule) => firstOf(rule, plain, shown) ?? [])
  const said = [
    ...foundBy(rules.filter((rule) => !rule.alone)),
    ...labelsIn(plain, shown, framing),
    ...jargonIn(plain, shown, framing),
    ...hardToRead(field, field === 'summary' ? text.slice(0, READ_MAX) : shown, framing.language),
  ]
  const all = said.length > 0 ? said : foundBy(rules.filter((rule) => rule.alone))
  return all.filter((found, i) => all.findIndex((other) => other.code === found.code) === i)
}

const TIDY = [
  [/ {2,}/gu, ' '],
  [/ ([,.?])/gu, '$1'],
  [/\b([Aa]) (?=[aeio]\p{L})/gu, '$1n '],
  [/\b([Aa])n (?=[b-df-hj-np-tv-z])/gu, '$1 '],
] as const

/** Plain words in place of others, or null where one of them has no plain word. */
function replaced(
  text: string,
  matchers: readonly Matcher[],
  language: FramingLanguage,
): string | null {
  const places = placesIn(matchers, read(text.replace(/\s/gu, ' ')))
  if (places.length === 0 || places.some(({ instead }) => instead === null)) return null
  const next = places.reduceRight(
    (all, { from, to, instead }) => all.slice(0, from) + instead + all.slice(to),
    text,
  )
  return language === 'en'
    ? TIDY.reduce((all, [wrong, right]) => all.replace(wrong, right), next)
    : next
}

function candidates(
  field: Field,
  code: FramingCode,
  text: string,
  framing: Framing,
): readonly string[] {
  const { jargon, labels } = MATCHERS[framing.language]
  const terms = { jargon, blame: labels }[code as string]
  const plain = terms ? replaced(text, terms, framing.language) : null
  if (field === 'summary') return plain === null ? [] : [plain]
  const question = read(oneLine(text))
  const typed = (next: string) => (text.includes('’') ? next.replaceAll("'", '’') : next)
  const whole = framing.rewrites
    .filter((r) => r.code === code && r.from.test(question))
    .map((r) => typed(question.replace(r.from, r.to)))
  return plain === null ? whole : [plain, ...whole]
}

/** Keeps a rewrite only when it mends what was found and breaks nothing else: no wording is better than a poor one. */
function rewriteOf(field: Field, code: FramingCode, text: string, framing: Framing): string | null {
  const before = foundIn(field, text, framing).map((f) => f.code)
  const better = (next: string): boolean => {
    if (
      next === text ||
      (field === 'question' && (next.length > QUESTION_MAX || !framing.leadIn.test(next)))
    )
      return false
    const after = foundIn(field, next, framing).map((f) => f.code)
    return !after.includes(code) && after.every((c) => before.includes(c))
  }
  return candidates(field, code, text, framing).find(better) ?? null
}

const LANGUAGE_POINTERS = { question: '#/body/question', summary: '#/body/summary' } as const

function checkField(field: Field, text: string, framing: Framing): FramingFinding[] {
  return foundIn(field, text, framing).map((found) => ({
    ...found,
    pointer: LANGUAGE_POINTERS[field],
    rewrite: rewriteOf(field, found.code, text, framing),
  }))
}

/**
 * What may close a “How can we …?” question, and another wording where one can be given (CH1). Advice, never a
 * refusal. Pure, and quick on any text.
 */
export function checkFraming(framed: Framed): FramingFinding[] {
  const framing = LANGUAGES[framed.language ?? framingLanguage(framed.question)]
  return [
    ...checkField('question', framed.question, framing),
    ...checkField('summary', framed.summary ?? '', framing),
  ]
}
