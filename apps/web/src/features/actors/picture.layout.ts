import type { MapNode, Tie } from '@howcanwe/shared/actors'
import { SECTORS, type Sector } from '@howcanwe/shared/organisations'

const COLUMN = 210
const ROW = 34
const TOP = 56
const LEFT = 16

/** A name as a picture has room for it; whole, it is read aloud and stands in the list. */
export const short = (name: string, longest: number): string =>
  [...name].length > longest ? `${[...name].slice(0, longest - 1).join('')}…` : name

export interface Node {
  id: string
  name: string
  sector: Sector
  x: number
  y: number
}

export interface Picture {
  width: number
  height: number
  columns: { sector: Sector; x: number }[]
  nodes: Node[]
  lines: { key: string; from: Node; to: Node; strength: Tie['strength']; path: string }[]
}

/** A line from mark to mark; within a column it bows out to the left, so that it is not hidden behind names. */
function pathOf(from: Node, to: Node): string {
  const bow = from.x === to.x ? -14 - Math.min(60, Math.abs(from.y - to.y) / 4) : 0
  const middle = (from.x + to.x) / 2 + bow
  return `M${from.x} ${from.y}C${middle} ${from.y} ${middle} ${to.y} ${to.x} ${to.y}`
}

/** A column a sector, in the order of the list; only sectors somebody belongs to. Pure: same people, same picture. */
export function layOut(items: readonly MapNode[], ties: readonly Tie[]): Picture {
  const sectors = SECTORS.filter((sector) => items.some((i) => i.sector === sector))
  const columns = sectors.map((sector, n) => ({ sector, x: LEFT + 70 + n * COLUMN }))
  const nodes = columns.flatMap(({ sector, x }) =>
    items
      .filter((i) => i.sector === sector)
      .map(({ id, name }, n) => ({ id, name, sector, x, y: TOP + n * ROW })),
  )
  const byId = new Map(nodes.map((n) => [n.id, n]))
  const tallest = Math.max(0, ...columns.map((c) => nodes.filter((n) => n.x === c.x).length))
  return {
    width: LEFT + 70 + columns.length * COLUMN,
    height: TOP + tallest * ROW,
    columns,
    nodes,
    lines: ties.flatMap(({ a, b, strength }) => {
      const [from, to] = [byId.get(a), byId.get(b)]
      return from && to ? [{ key: `${a} ${b}`, from, to, strength, path: pathOf(from, to) }] : []
    }),
  }
}
