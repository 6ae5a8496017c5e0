import type { FramingCode, FramingLanguage, FramingReason } from '@howcanwe/shared/framing'

export type Field = 'question' | 'summary'

/** One thing to look for. Data: what it is, why it is looked for and whose advice that is. */
export interface Rule {
  code: FramingCode
  reason: FramingReason
  /** Looked for in the question alone unless said. */
  in?: readonly Field[]
  /** Global, so that every place can be looked at. */
  pattern: RegExp
  /** Words just before a find that make it the subject and not the answer: “people who cannot use …”. */
  notAfter?: RegExp
  /** What elsewhere in the same field takes the find away. */
  unless?: RegExp
  /** Read with its capitals; everything else is read in small letters. */
  cased?: true
  /** Said only where there is nothing else to say of the field. */
  alone?: true
  /** Why this closes a question; for whoever argues with the rule. */
  why: string
  /** Whose advice, where it is not only ours. */
  source?: string
}

/** A word people outside do not use, and one they do; `null` where no single word will do. */
export type Term = readonly [pattern: string, instead: string | null]

/** How a whole question becomes another one. The first that fits is tried; `from` has named groups, `to` uses them. */
export interface Rewrite {
  code: FramingCode
  from: RegExp
  to: string
}

/** All a language needs to be checked. */
export interface Framing {
  language: FramingLanguage
  leadIn: RegExp
  rules: readonly Rule[]
  jargon: readonly Term[]
  /** Capitals everybody knows. */
  knownCapitals: readonly string[]
  /** Words for people that put them down, and words that do not. */
  labels: readonly Term[]
  rewrites: readonly Rewrite[]
}

const LETTERS = 'a-zà-öø-ÿœ'
const PAUSE = '\\s.,;:!?()"“”/…'
const START = `(?<![^${PAUSE}])`
const END = `(?![^${PAUSE}'])`

/**
 * A pattern for text in small letters, its classes cut down to what English and Dutch are written in: classes of all
 * the world's letters take the engine a second to prepare.
 */
export const latin = (source: string): string =>
  source
    .replace(/\[[^\]]*\\p\{[^\]]*\]/gu, (all) =>
      all.replace(/\\p\{Lu?\}/gu, LETTERS).replaceAll('\\p{N}', '0-9'),
    )
    .replace(/\\p\{Lu?\}/gu, `[${LETTERS}]`)

const small = (source: string): string =>
  latin(source).replace(/\\.|[A-Z]/gu, (one) => (one.length > 1 ? one : one.toLowerCase()))

/** Whole words, in text that has single spaces, straight apostrophes and small letters. */
export const words = (source: string): RegExp =>
  new RegExp(`${START}(?:${small(source)})${END}`, 'g')

/** The same, to ask whether they stand anywhere; keeps no memory. For `unless`. */
export const anywhere = (source: string): RegExp => new RegExp(`${START}(?:${small(source)})${END}`)

/** One of these, as part of a pattern. */
export const oneOf = (...sources: readonly string[]): string => `(?:${sources.join('|')})`

/** Up to so many words, none of them one of `but`: bounded, so that no text can make a pattern slow. */
export const upTo = (count: number, but = ''): string =>
  `(?:${but ? `(?!(?:${but}) )` : ''}[^\\s,.;:?!]{1,40},? ){0,${count}}`

/** The same, of a list with bars and new lines between, so that a long list stays short to read. */
export const listed = (list: string): string => oneOf(...list.trim().split(/\s+\|\s+/u))
