import type { WAYS } from '@howcanwe/shared/codesign'
import { LEAST_SHOWN } from '@howcanwe/shared/suggestions'

/** How often one resident was there, of the sheets typed in, and the ways they take part. */
export interface Attended {
  ways: readonly (typeof WAYS)[number][]
  came: number
  asked: number
}

const sumOf = (rows: readonly Attended[], key: 'came' | 'asked'): number =>
  rows.reduce((all, row) => all + row[key], 0)

/**
 * Stay parity (M28): the attendance of the way of taking part that came least ÷ everybody's. By ways, because what a draw
 * asked is gone by then. A way counts only where five or more take part so, and five or more do not or nobody: the figure
 * beside everybody's would give the others away.
 */
export function stayParity(rows: readonly Attended[]) {
  const [allCame, allAsked] = [sumOf(rows, 'came'), sumOf(rows, 'asked')]
  if (allCame === 0) return null
  const ways = [...new Set(rows.flatMap((row) => row.ways))].flatMap((way) => {
    const those = rows.filter((row) => row.ways.includes(way))
    const others = rows.length - those.length
    if (those.length < LEAST_SHOWN || (others > 0 && others < LEAST_SHOWN)) return []
    const [came, asked] = [sumOf(those, 'came'), sumOf(those, 'asked')]
    return [{ way, came, asked, parity: { num: came * allAsked, den: asked * allCame } }]
  })
  const [least] = ways.sort((a, b) => a.parity.num * b.parity.den - b.parity.num * a.parity.den)
  return least ? { ...least, allCame, allAsked } : null
}
