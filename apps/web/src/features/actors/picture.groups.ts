import type { MapNode, Tie } from '@howcanwe/shared/actors'
import type { Grouping } from './map-query.ts'

export interface Group {
  /** A theme, an area's id or a sector; empty for those who say nothing of it. */
  key: string
  /** How many are here. */
  here: number
  /** Ties between two of it. */
  within: number
  /** Ties with others, by their group, most first. */
  beyond: { key: string; ties: number }[]
}

const keysOf = (node: MapNode, by: Grouping): readonly string[] => {
  if (by === 'sector') return [node.sector]
  const keys = by === 'theme' ? node.themes : node.areaIds
  return keys.length > 0 ? keys : ['']
}

/**
 * Many as groups, the largest first; whoever is about two things counts in both. A tie counts within every group both
 * belong to; where there is none, between each of the one's and each of the other's.
 */
export function groupsOf(nodes: readonly MapNode[], ties: readonly Tie[], by: Grouping): Group[] {
  const keys = new Map(nodes.map((node) => [node.id, keysOf(node, by)]))
  const here = new Map<string, number>()
  for (const of of keys.values()) for (const key of of) here.set(key, (here.get(key) ?? 0) + 1)
  const counts = new Map<string, Map<string, number>>()
  const count = (one: string, other: string) => {
    const row = counts.get(one) ?? new Map<string, number>()
    counts.set(one, row.set(other, (row.get(other) ?? 0) + 1))
  }
  for (const { a, b } of ties) {
    const [ofA, ofB] = [keys.get(a) ?? [], keys.get(b) ?? []]
    const shared = ofA.filter((key) => ofB.includes(key))
    for (const key of shared) count(key, key)
    if (shared.length === 0)
      for (const one of ofA)
        for (const other of ofB) {
          count(one, other)
          count(other, one)
        }
  }
  return [...here]
    .map(([key, n]) => {
      const row = [...(counts.get(key) ?? [])]
      return {
        ...{ key, here: n },
        within: row.find(([other]) => other === key)?.[1] ?? 0,
        beyond: row
          .filter(([other]) => other !== key)
          .map(([other, ties]) => ({ key: other, ties }))
          .sort((x, y) => y.ties - x.ties || x.key.localeCompare(y.key)),
      }
    })
    .sort((x, y) => y.here - x.here || x.key.localeCompare(y.key))
}

const ROW = 40
const TOP = 24
const BAR = 250
const BAR_MOST = 230
const ARCS = 560

export interface GroupRow {
  group: Group
  y: number
  bar: { x: number; width: number }
}

export interface GroupPicture {
  width: number
  height: number
  rows: GroupRow[]
  arcs: { key: string; path: string; thick: number }[]
}

/** A row a group with a bar of how many, and a bow on the right between two whose people know each other. */
export function layOutGroups(groups: readonly Group[]): GroupPicture {
  const most = Math.max(1, ...groups.map((g) => g.here))
  const rows = groups.map((group, n) => ({
    group,
    y: TOP + n * ROW,
    bar: { x: BAR, width: Math.max(6, Math.round((group.here / most) * BAR_MOST)) },
  }))
  const y = new Map(rows.map((row) => [row.group.key, row.y]))
  const arcs = rows.flatMap(({ group, y: from }) =>
    group.beyond.flatMap(({ key, ties }) => {
      const to = y.get(key)
      if (to === undefined || to <= from) return []
      const bow = ARCS + 30 + Math.min(150, (to - from) / 2)
      const path = `M${ARCS} ${from}C${bow} ${from} ${bow} ${to} ${ARCS} ${to}`
      return [{ key: `${group.key} ${key}`, path, thick: Math.min(8, 1 + ties) }]
    }),
  )
  return { width: ARCS + 200, height: TOP + groups.length * ROW, rows, arcs }
}
