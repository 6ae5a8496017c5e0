import type { Sector } from '@howcanwe/shared/organisations'

/** An entry of the register under one code, as the database keeps it. */
export interface ListedRow {
  code: string
  entryId: string
  mask: number
  sector: Sector
  small: boolean
  known: boolean
  lot: number
  words: readonly number[]
}

/** Entries with the very same themes. */
export interface Kind {
  /** A bit for each theme. */
  mask: number
  /** Where they stand in the columns. */
  at: number[]
  smalls: number
}

/** Everybody under one code, a column each, so that scoring them is counting and looking up. */
export interface Listed {
  ids: string[]
  sectors: Sector[]
  smalls: boolean[]
  knowns: boolean[]
  lots: number[]
  kinds: Map<number, Kind>
  /** Which of them use a word. */
  using: Map<number, number[]>
}

export const noList = (): Listed => ({
  ids: [],
  sectors: [],
  smalls: [],
  knowns: [],
  lots: [],
  kinds: new Map(),
  using: new Map(),
})

/** Adds rows to the lists of their codes. */
export function addTo(lists: Map<string, Listed>, rows: readonly ListedRow[]): void {
  for (const row of rows) {
    const list = lists.get(row.code) ?? noList()
    lists.set(row.code, list)
    const at = list.ids.push(row.entryId) - 1
    list.sectors.push(row.sector)
    list.smalls.push(row.small)
    list.knowns.push(row.known)
    list.lots.push(row.lot)
    const kind = list.kinds.get(row.mask) ?? { mask: row.mask, at: [], smalls: 0 }
    list.kinds.set(row.mask, kind)
    kind.at.push(at)
    if (row.small) kind.smalls += 1
    if (row.known) for (const word of row.words) usersOf(list, word).push(at)
  }
}

function usersOf({ using }: Listed, word: number): number[] {
  const users = using.get(word) ?? []
  if (users.length === 0) using.set(word, users)
  return users
}

/** How many of the words each uses. */
export function commonWords({ ids, using }: Listed, words: ReadonlySet<number>): Uint8Array {
  const common = new Uint8Array(ids.length)
  for (const word of words)
    for (const at of using.get(word) ?? []) common[at] = (common[at] ?? 0) + 1
  return common
}
