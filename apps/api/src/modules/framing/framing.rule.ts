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

const START = "(?<![\\p{L}\\p{N}'-])"
const END = '(?![\\p{L}\\p{N}-])'

/** Whole words, whatever their case. Text is read with straight apostrophes and single spaces. */
export const words = (source: string): RegExp => new RegExp(`${START}(?:${source})${END}`, 'giu')

/** Whether such words stand anywhere; keeps no memory, for `unless`. */
export const anywhere = (source: string): RegExp => new RegExp(`${START}(?:${source})${END}`, 'iu')

/** One of these, as part of a pattern. */
export const oneOf = (...sources: readonly string[]): string => `(?:${sources.join('|')})`

/** Up to so many words, none of them one of `but`: bounded, so that no text can make a pattern slow. */
export const upTo = (count: number, but = ''): string =>
  `(?:${but ? `(?!(?:${but}) )` : ''}[\\p{L}\\p{N}'%&-]{1,40},? ){0,${count}}`

/** The same, of a list with bars and new lines between, so that a long list stays short to read. */
export const listed = (list: string): string => oneOf(...list.trim().split(/\s+\|\s+/u))
