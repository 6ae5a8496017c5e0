import type { Severity, SqueezeOut } from '@howcanwe/shared/squeeze-outs'

/** One way of saying it. All of it is data; `squeeze-outs.rules.ts` is the reader. */
export interface Pattern {
  readonly code: SqueezeOut
  /** What gives it away, within one sentence. */
  readonly find: RegExp
  /** Has to stand in the same sentence. */
  readonly also?: RegExp
  /** In the same sentence: makes it harmless. */
  readonly unless?: RegExp
  /** Anywhere in the whole ask, apart from the words found: makes it harmless. */
  readonly unlessAnywhere?: RegExp
  /** The first group is a number, and only more than this is too much. */
  readonly over?: number
  /** Where it weighs less than its code does by rule. */
  readonly severity?: Severity
  /** True where the "no" is the finding: "no fee can be offered". */
  readonly saidByNo?: true
}

/** One expression out of alternatives, in any case. Gaps inside are bounded, so that no text can stall it. */
export const anyOf = (...alternatives: readonly string[]): RegExp =>
  new RegExp(alternatives.map((one) => `(?:${one})`).join('|'), 'i')

const WORDS: Readonly<Record<string, number>> = Object.fromEntries(
  [
    ['one', 'een', 'één'],
    ['two', 'twee'],
    ['three', 'drie'],
    ['four', 'vier'],
    ['five', 'vijf'],
    ['six', 'zes'],
    ['seven', 'zeven'],
    ['eight', 'acht'],
    ['nine', 'negen'],
    ['ten', 'tien'],
    ['eleven', 'elf'],
    ['twelve', 'twaalf'],
    ['thirteen', 'dertien'],
    ['fourteen', 'veertien'],
    ['fifteen', 'vijftien'],
    ['sixteen', 'zestien'],
    ['seventeen', 'zeventien'],
    ['eighteen', 'achttien'],
    ['nineteen', 'negentien'],
    ['twenty', 'twintig'],
  ].flatMap((names, i) => names.map((name) => [name, i + 1])),
)
const ROUND: Readonly<Record<string, number>> = {
  thirty: 30,
  dertig: 30,
  forty: 40,
  veertig: 40,
  fifty: 50,
  vijftig: 50,
  hundred: 100,
  honderd: 100,
}

const BY_LENGTH = [...Object.keys(WORDS), ...Object.keys(ROUND)].sort((a, b) => b.length - a.length)

/** A whole number as people write it, for use inside an expression. */
export const NUMBER = `(?:\\d{1,3}(?:[.,]\\d{3})+|\\d{1,6}|${BY_LENGTH.join('|')})`

/** '2,000', '2.000' and 'two' are numbers; NaN is not. */
export function numberOf(written: string): number {
  const word = written.toLowerCase()
  return WORDS[word] ?? ROUND[word] ?? Number(word.replace(/[.,]/g, ''))
}
