import { BLOCS, type Bloc } from '@howcanwe/shared/codesign'
import type { FeltMean, NeedState } from '@howcanwe/shared/sessions'

/** Papers are out so many working days before (§4.2), notes so many after (§2.11). */
export const PAPER_DAYS = 5
export const NOTES_DAYS = 5
/** Fewer answers than this are not shown: somebody would know whose they are. */
export const FEWEST = 5
export const MOST_NEEDS = 10
export const FELT_DAYS = 7

/** M25, "met": it was there, or the person said beforehand that it fits. What was explained was not met. */
export const KEPT = ['confirmed', 'met'] as const satisfies readonly NeedState[]

export interface FeltRow {
  bloc: Bloc
  people: number
  heard: number
  changed: number
}

const oneDecimal = (sum: number, people: number): number => Math.round((sum / people) * 10) / 10

const meanOf = (rows: readonly FeltRow[]): FeltMean | null => {
  const sum = (of: (row: FeltRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const people = sum((r) => r.people)
  if (people < FEWEST) return null
  return {
    people,
    heard: oneDecimal(
      sum((r) => r.heard),
      people,
    ),
    changed: oneDecimal(
      sum((r) => r.changed),
      people,
    ),
  }
}

/**
 * What the group is shown of the two taps: a bloc only from five answers on, and everybody together only where nobody
 * can take the blocs shown away from it and be left with fewer than five.
 *
 * @param rows sums a bloc
 */
export function shownFelt(rows: readonly FeltRow[]): {
  all: FeltMean | null
  blocs: { bloc: Bloc; mean: FeltMean | null }[]
} {
  const blocs = BLOCS.map((bloc) => ({ bloc, mean: meanOf(rows.filter((r) => r.bloc === bloc)) }))
  const hidden = rows
    .filter((r) => r.people > 0 && r.people < FEWEST)
    .reduce((all, r) => all + r.people, 0)
  const all = hidden > 0 && hidden < FEWEST ? null : meanOf(rows)
  return { all, blocs }
}

/** A third of an agenda, in whole minutes; a part of a minute is the residents'. */
export const thirdOf = (minutes: number): number => Math.ceil(minutes / 3)

/** Two sessions in a row, the latest held, that led to nothing (CD9): oldest first. */
export const isTalkingShop = (outcomes: readonly number[]): boolean =>
  outcomes.length >= 2 && outcomes.slice(-2).every((count) => count === 0)

interface Item {
  id: string
  bloc: Bloc | null
}

/** Where something new goes: what residents raise joins their part in front, everything else the end. */
export function placeFor(items: readonly Item[], bloc: Bloc | null): number {
  if (bloc !== 'residents') return items.length
  const first = items.findIndex((item) => item.bloc !== 'residents')
  return first === -1 ? items.length : first
}
