import type { LanguageChecked } from '@howcanwe/shared/squeeze-outs'

/** Longer pieces are read in parts: every expression then has little to look at. */
const LONGEST = 400
/** A line shorter than this may be a point of a list without a mark. */
const POINT_MAX = 120
const LEAD_MAX = 200
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  pound: '£',
  euro: '€',
}

function entity(whole: string, name: string): string {
  if (!name.startsWith('#')) return ENTITIES[name] ?? whole
  const hex = /^#x([0-9a-f]{1,5})$/i.exec(name)?.[1]
  const point = hex ? Number.parseInt(hex, 16) : Number(name.slice(1))
  return point >= 32 && point <= 0xffff ? String.fromCharCode(point) : ' '
}

/** Pasted text as one would retype it: entities, odd spaces, quotes and hyphens become the plain ones. */
export const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,6});/gi, entity)
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/[\u2018\u2019\u02bc\u00b4`]/g, "'")
    .replace(/[\u201c\u201d\u201e]/g, '"')
    .replace(/[\u2010\u2011]/g, '-')
    .replace(/[^\S\n]+/g, ' ')

/** A line broken by the width of a page, put together again; a new point starts with a capital or a mark. */
const unwrapped = (text: string): string => text.replace(/([^\n.:;!?])\n ?(?=[a-z(£€\d])/g, '$1 ')

const BULLET = /^(?:[•·▪◦*–—-]|\(?[a-z\d]{1,3}[.)])\s+/i

function parts(sentence: string): string[] {
  if (sentence.length <= LONGEST) return [sentence]
  const space = sentence.lastIndexOf(' ', LONGEST)
  const at = space > LONGEST / 2 ? space : LONGEST
  return [sentence.slice(0, at), ...parts(sentence.slice(at + 1))]
}

const sentencesOf = (line: string): string[] =>
  line
    .split(/(?<=[.!?;])\s+(?=["'(]?[\p{Lu}\d£€•])/u)
    .map((s) => s.trim())
    .filter((s) => s.length > 3)

/** A sentence with the heading it stands under; `own` is where its own words begin. */
export interface Sentence {
  text: string
  own: number
}

/**
 * The sentences of a plain text. Points under "You must send us:" are each read after those words, so that a list
 * says what its heading says.
 */
export function sentences(text: string): Sentence[] {
  let lead = ''
  return unwrapped(text)
    .split('\n')
    .flatMap((raw): Sentence[] => {
      const line = raw.trim()
      const bare = line.replace(BULLET, '')
      const isHeading = bare.endsWith(':')
      const isPoint = !isHeading && (bare !== line || bare.length < POINT_MAX)
      if (isHeading) lead = bare.slice(-LEAD_MAX)
      else if (!isPoint) lead = ''
      const before = isPoint && lead !== '' ? `${lead} ` : ''
      return sentencesOf(bare)
        .flatMap(parts)
        .map((own, i) => ({
          text: (i === 0 ? before : '') + own,
          own: i === 0 ? before.length : 0,
        }))
    })
}

const SMALL_WORDS: Readonly<Record<LanguageChecked, RegExp>> = {
  en: /\b(?:the|and|of|to|for|will|with|that|you|your|must|our|are|is)\b/gi,
  nl: /\b(?:de|het|een|van|voor|met|dat|je|jij|wordt|moet|onze|zijn|niet|en|op)\b/gi,
}

/** English unless the small words are mostly Dutch. */
export function languageOf(text: string): LanguageChecked {
  const start = text.slice(0, 4000)
  const count = (language: LanguageChecked) => start.match(SMALL_WORDS[language])?.length ?? 0
  return count('nl') > count('en') ? 'nl' : 'en'
}
