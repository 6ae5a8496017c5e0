import { AGREEMENT_TEXTS, type Agreement } from '@howcanwe/shared/agreements'

/** Letters on a line of half an A4 page, in the widest letters a browser prints with where it has no better. */
const LETTERS = 48
/** Lines in both columns together, with some left for lines that break early. */
const LINES = 150
/** Room around a box, in lines. */
const AROUND = 0.5

const linesOf = (text: string): number =>
  text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / LETTERS)), 0)

/** One party: its name, what it wants after a label, what it does and gets, whether it has confirmed. */
const partyLines = ({ interests, role }: Agreement['parties'][number]): number =>
  2 + AROUND + linesOf(`${' '.repeat(22)}${interests}`) + linesOf(`${role}${' '.repeat(50)}`)

/**
 * How many lines an agreement is too long for one printed page (§2.9), counted in letters and measured in a browser; 0
 * where it fits.
 */
export function linesTooMany({ parties, title, ...texts }: Agreement): number {
  const names = parties.map((one) => one.organisation.name).join(', ')
  const head = 4 + Math.ceil(title.length / LETTERS) + Math.ceil(names.length / (2 * LETTERS))
  const boxes = [
    ...parties.map(partyLines),
    ...AGREEMENT_TEXTS.map((name) => 1 + AROUND + linesOf(texts[name])),
  ].reduce((sum, lines) => sum + lines, 0)
  return Math.max(0, Math.ceil(2 * head + boxes - LINES))
}
