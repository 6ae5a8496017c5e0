import { editDistance } from './amendments.distance.rules.ts'
import { DUTCH_PARTS, FIGURE_WORDS, type Spoken } from './amendments.figures.ts'

/** A word so long that one slip of the pen away from it there is hardly another: "Teusday". */
const LONG_ENOUGH = 6
const SLIPS = 2

const { one, tens, big, ends } = DUTCH_PARTS
const ONE_TENS = new RegExp(`^(${one})(?:en|ën)(${tens})$`)
const GLUED = new RegExp(
  `^(?:(?:${one}|tien|elf|twaalf|\\p{L}{3,5}tien|${tens}|${big})(?:en|ën)?)+${ends}$`,
  'u',
)

interface Token {
  /** As it stands. */
  raw: string
  /** In small letters. */
  word: string
}

const tokensOf = (text: string): Token[] =>
  (text.normalize('NFKC').match(/\p{Nd}+|\p{L}+|[£€$%]/gu) ?? []).map((raw) => ({
    raw,
    word: raw.toLowerCase(),
  }))

function numberIn(word: string, language: Spoken): number | undefined {
  const { numbers } = FIGURE_WORDS[language]
  const plain = Object.hasOwn(numbers, word) ? numbers[word] : undefined
  if (plain !== undefined || language === 'en') return plain
  const [, units = '', ten = ''] = ONE_TENS.exec(word) ?? []
  const unit = /^(een|één)$/.test(units) ? 1 : numbers[units]
  const rest = numbers[ten]
  return unit !== undefined && rest !== undefined ? unit + rest : undefined
}

/** A month's name that is an everyday word as well: with a capital, and beside a figure or after what dates. */
function isInCompany(tokens: readonly Token[], at: number, language: Spoken): boolean {
  const { namesInCompany, dating } = FIGURE_WORDS[language]
  const { raw = '', word = '' } = tokens[at] ?? {}
  if (!namesInCompany.includes(word) || raw === word) return false
  const [before = '', after = ''] = [tokens[at - 1]?.word, tokens[at + 1]?.word]
  return /\d/.test(before + after) || dating.includes(before)
}

/** A length of time that is counted: "a year", "per month", "five working days". */
function unitAt(
  tokens: readonly Token[],
  at: number,
  isFigure: (at: number) => boolean,
  language: Spoken,
): string[] {
  const { units, counting, between } = FIGURE_WORDS[language]
  const word = tokens[at]?.word ?? ''
  if (!Object.hasOwn(units, word)) return []
  const before = tokens[at - 1]?.word ?? ''
  const how = between.includes(before) ? before : ''
  const from = how ? at - 2 : at - 1
  const counts = isFigure(from) || counting.includes(tokens[from]?.word ?? '')
  return counts ? [`${how}${units[word]}`] : []
}

/** What a single word says of how much or when; undefined for any other word. */
function figureIn(tokens: readonly Token[], at: number, language: Spoken): string | undefined {
  const word = tokens[at]?.word ?? ''
  if (/^\p{Nd}|^[£€$%]/u.test(word)) return word
  const number = numberIn(word, language)
  if (number !== undefined) return String(number)
  if (FIGURE_WORDS[language].names.includes(word)) return word
  if (isInCompany(tokens, at, language)) return word
  return language === 'nl' && GLUED.test(word) ? word : undefined
}

/** English writes 25 in two words: the tens found just before, and a figure below ten. */
function composed(
  found: readonly string[],
  tokens: readonly Token[],
  at: number,
): string | undefined {
  const { numbers } = FIGURE_WORDS.en
  const [ten, word] = [numbers[tokens[at - 1]?.word ?? ''], tokens[at]?.word ?? '']
  const unit = word === 'one' ? 1 : numbers[word]
  const isPair = ten !== undefined && ten >= 20 && unit !== undefined && unit < 10
  return isPair && found.at(-1) === String(ten) ? String(ten + unit) : undefined
}

/**
 * Everything in a text that says how much, how long or when, in its order: digits, numbers in words, months, days,
 * money and lengths of time. "Twelve weeks" and "12 weeks" are the same.
 */
export function figuresIn(text: string, language: Spoken): string[] {
  const tokens = tokensOf(text)
  const isFigure = (at: number) => figureIn(tokens, at, language) !== undefined
  const found: string[] = []
  for (const at of tokens.keys()) {
    const together = language === 'en' ? composed(found, tokens, at) : undefined
    const figure = figureIn(tokens, at, language)
    if (together !== undefined) found.splice(-1, 1, together)
    else if (figure !== undefined) found.push(figure)
    else found.push(...unitAt(tokens, at, isFigure, language))
  }
  return found
}

/** The text with each long figure spelt as in the other one, where it was no more than a slip of the pen away. */
function mended(text: string, like: string, language: Spoken): string {
  const long = tokensOf(like).filter(
    (token) => token.word.length >= LONG_ENOUGH && figureIn([token], 0, language) !== undefined,
  )
  return text.replace(/\p{L}+/gu, (raw) => {
    const token = { raw, word: raw.toLowerCase() }
    if (figureIn([token], 0, language) !== undefined) return raw
    const meant = long.find(
      ({ word }) => word[0] === token.word[0] && editDistance(word, token.word, SLIPS) <= SLIPS,
    )
    return meant?.raw ?? raw
  })
}

/** Two texts name the same figures, dates and lengths of time in the same order; one may be spelt wrongly in the first. */
export function sameFigures(before: string, after: string, language: Spoken): boolean {
  const wanted = figuresIn(after, language).join(' ')
  return (
    figuresIn(before, language).join(' ') === wanted ||
    figuresIn(mended(before, after, language), language).join(' ') === wanted
  )
}
