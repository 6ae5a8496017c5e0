import type { MapActor, Tie } from '@howcanwe/shared/actors'

export interface MapQuery {
  q: string
  sector: string
  theme: string
  area: string
}

const fold = (words: string): string =>
  words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Words of ours for what stands in a line of an offer or an ask. */
export type WordsOf = (line: MapActor['offers'][number]) => string

/** Those that fit every wish; a word is looked for in names, roles, offers and asks alike. */
export function fitting(
  items: readonly MapActor[],
  { q, sector, theme, area }: MapQuery,
  wordsOf: WordsOf,
): MapActor[] {
  const wanted = fold(q.trim())
  return items.filter((one) => {
    if (sector !== '' && one.sector !== sector) return false
    if (theme !== '' && !one.themes.some((t) => t === theme)) return false
    if (area !== '' && !one.areaIds.includes(area)) return false
    const said = [one.name, one.roleInIssue, ...[...one.offers, ...one.asks].map(wordsOf)]
    return wanted === '' || said.some((words) => fold(words).includes(wanted))
  })
}

/** Whom one knows, as both say, by name. */
export function knownOf(one: MapActor, items: readonly MapActor[], ties: readonly Tie[]) {
  const names = new Map(items.map((i) => [i.id, i.name]))
  return ties
    .flatMap(({ a, b, strength }) => {
      const other = a === one.id ? b : b === one.id ? a : undefined
      const name = other && names.get(other)
      return other && name ? [{ id: other, name, strength }] : []
    })
    .sort((x, y) => x.name.localeCompare(y.name))
}
