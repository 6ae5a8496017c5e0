import type { FramingLanguage } from '@howcanwe/shared/framing'

/** Fewer words than this say nothing: one long name would make a text of twelve words look hard. */
export const ENOUGH_WORDS = 25

const WORD = /[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu
const VOWELS = {
  en: /[aeiouyàâäèéêëîïôöùûü]+/giu,
  nl: /ij|[aeo]{2}|[eou]i|ie|au|ou|eu|oe|uu|ui|[aeiouyàâäèéêëîïôöùûü]/giu,
}

/** Syllables of one word, by its groups of vowels; never fewer than one. */
function syllables(word: string, language: FramingLanguage): number {
  const said = word.toLowerCase()
  const groups = said.match(VOWELS[language])?.length ?? 0
  if (language === 'nl') return Math.max(1, groups)
  const silent = /[^aeiouyl]e$|[^aeiouydt]ed$|(?:[^aeiouycgsxz]|[^aeiou]{2}[^cgsxz])es$/u.test(said)
    ? 1
    : 0
  const apart = said.match(/i[ao](?!u)|eo(?!n$|us)|ua(?!r[dn])|[^aeiou]le(?:s|d)?$/gu)?.length ?? 0
  const glued = said.match(/(?:[cst]i[ao])/gu)?.length ?? 0
  const last = /[^aeiou]le(?:s|d)?$/u.test(said) ? 1 : 0
  return Math.max(1, groups - silent + apart - glued - last)
}

/** Sentences of a text, trimmed; a bullet or a line of its own counts as one. */
export const sentencesOf = (text: string): string[] =>
  text
    .split(/[.!?…:;]+(?=\s|$)|\n+/u)
    .map((s) => s.trim())
    .filter((s) => /\p{L}/u.test(s))

export const wordsOf = (text: string): string[] => text.match(WORD) ?? []

/** Where a Flesch-Douma score begins, and the age at which a Dutch school reached it. */
const DOUMA: readonly (readonly [ease: number, age: number])[] = [
  [90, 10],
  [80, 11],
  [70, 12],
  [60, 13],
  [45, 15],
  [30, 17],
]

/**
 * The age in years at which most people can read a text; null while it is too short to tell.
 *
 * English: grade of Flesch and Kincaid (Kincaid, Fishburne, Rogers and Chissom, 1975: 0.39 words a sentence
 * + 11.8 syllables a word − 15.59), plus five years. Dutch: reading ease of Flesch and Douma (1960: 206.84 − 0.77
 * syllables in a hundred words − 0.93 words a sentence), read in Douma's own table of schools. Both are rough: they
 * count lengths and know nothing of meaning.
 */
export function readingAge(text: string, language: FramingLanguage): number | null {
  const words = wordsOf(text)
  if (words.length < ENOUGH_WORDS) return null
  const perSentence = words.length / Math.max(1, sentencesOf(text).length)
  const perWord = words.reduce((sum, word) => sum + syllables(word, language), 0) / words.length
  if (language === 'en') {
    const grade = 0.39 * perSentence + 11.8 * perWord - 15.59
    return Math.min(25, Math.max(6, Math.round(grade + 5)))
  }
  const ease = 206.84 - 77 * perWord - 0.93 * perSentence
  return DOUMA.find(([from]) => ease >= from)?.[1] ?? 19
}
