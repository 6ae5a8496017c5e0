import { BLOCS, type Bloc } from '@howcanwe/shared/codesign'
import { LEAST_SHOWN } from '@howcanwe/shared/suggestions'

/** What somebody said after a session: 1 to 5, twice. */
export interface Felt {
  memberId: string
  bloc: Bloc
  heard: number
  changed: number
}
export interface FeltBlock {
  people: number
  answers: number
  sum: number
}
type Side = 'residents' | 'professionals'
export type FeltSides = Record<Side, FeltBlock[]>
type Waiting = Record<Side, Felt[]>

const SIDES = ['residents', 'professionals'] as const
const sideOf = (bloc: Bloc): Side => (bloc === 'residents' ? 'residents' : 'professionals')
const peopleIn = (rows: readonly Felt[]): number =>
  new Set(rows.map(({ memberId }) => memberId)).size

const blockOf = (rows: readonly Felt[]): FeltBlock => ({
  people: peopleIn(rows),
  answers: rows.length,
  sum: rows.reduce((all, { heard, changed }) => all + heard + changed, 0),
})

/** Lets out what waits on these sides, where five people or more stand behind each that is not empty. */
function letOut(waiting: Waiting, sides: readonly Side[], out: FeltSides): void {
  const full = sides.filter((side) => waiting[side].length > 0)
  if (full.some((side) => peopleIn(waiting[side]) < LEAST_SHOWN)) return
  for (const side of full) {
    out[side].push(blockOf(waiting[side]))
    waiting[side] = []
  }
}

/**
 * Answers of each side, session after session, in blocks of five people or more: each is let out whole, so that what was
 * shown before and what is shown now never differ by fewer than five people, and so that nothing is left over when what a
 * session's own page tells is taken away. A voice of five in a session is told there, so it is a block of its own. Of those
 * who are fewer the page tells the sum of all together from five on: then both sides wait until neither is found by
 * taking the other away. Else it tells nothing of them, and each side waits by itself.
 */
export function feltSides(sessions: readonly (readonly Felt[])[]): FeltSides {
  const out: FeltSides = { residents: [], professionals: [] }
  const told: Waiting = { residents: [], professionals: [] }
  const untold: Waiting = { residents: [], professionals: [] }
  for (const session of sessions) {
    const blocs = BLOCS.map((bloc) => session.filter((one) => one.bloc === bloc))
    const few = blocs.filter((rows) => rows.length < LEAST_SHOWN).flat()
    for (const rows of blocs)
      if (rows[0] && rows.length >= LEAST_SHOWN) out[sideOf(rows[0].bloc)].push(blockOf(rows))
    const waiting = few.length >= LEAST_SHOWN ? told : untold
    for (const one of few) waiting[sideOf(one.bloc)].push(one)
    letOut(told, SIDES, out)
    for (const side of SIDES) letOut(untold, [side], out)
  }
  return out
}

/** Mean of the two taps, in tenths; null while there is no block (M23). */
export function feltMean(blocks: readonly FeltBlock[]): { mean: number; answers: number } | null {
  const answers = blocks.reduce((all, block) => all + block.answers, 0)
  const sum = blocks.reduce((all, block) => all + block.sum, 0)
  return answers === 0 ? null : { mean: Math.round((10 * sum) / (2 * answers)) / 10, answers }
}
