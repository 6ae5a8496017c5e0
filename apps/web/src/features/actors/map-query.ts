import { MAP_WITH, type MapWith } from '@howcanwe/shared/actors'
import { SECTORS, type Sector } from '@howcanwe/shared/organisations'
import { THEMES, type Theme } from '@howcanwe/shared/places'

/** By what the picture groups people where there are many. */
export const GROUPINGS = ['theme', 'area', 'sector'] as const
export type Grouping = (typeof GROUPINGS)[number]

/** What an address of the map asks for; everything may be empty. */
export interface MapQuery {
  q: string
  sector: Sector | ''
  theme: Theme | ''
  areaId: string
  with: MapWith | ''
  /** One of the reader's organisations: those it has not met. */
  newTo: string
  /** Where a page goes on. */
  cursor: string
  by: Grouping | ''
}

const UUID = /^[0-9a-f-]{36}$/
const among = <T extends string>(list: readonly T[], value: string | null): T | '' =>
  list.find((one) => one === value) ?? ''

/** Reads an address; what it does not understand it leaves out, so that an old link still shows the map. */
export function readMap(search: URLSearchParams): MapQuery {
  const id = (name: string) => {
    const value = search.get(name) ?? ''
    return UUID.test(value) ? value : ''
  }
  return {
    q: (search.get('q') ?? '').trim().slice(0, 100),
    sector: among(SECTORS, search.get('sector')),
    theme: among(THEMES, search.get('theme')),
    areaId: id('areaId'),
    with: among(MAP_WITH, search.get('with')),
    newTo: id('newTo'),
    cursor: (search.get('cursor') ?? '').slice(0, 400),
    by: among(GROUPINGS, search.get('by')),
  }
}

/** The address for a query, without what is not asked: '?theme=food&q=lunch'. */
export function searchOf(query: MapQuery): string {
  const asked = Object.entries(query).filter(([, value]) => value !== '')
  const search = new URLSearchParams(asked).toString()
  return search === '' ? '' : `?${search}`
}

/** Words of our own lists by what the reader reads for them. */
export type OwnWords = readonly (readonly [own: string, read: string])[]

const fold = (words: string): string =>
  words.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()

/** Words of our lists in which the reader's word stands, in their language. */
export function alsoOf(q: string, words: OwnWords): string {
  const wanted = fold(q.trim())
  if (wanted === '') return ''
  return words
    .filter(([, read]) => fold(read).includes(wanted))
    .map(([own]) => own)
    .join()
}

/** The same as the typed client wants it: nothing that is empty. */
export const askFor = (query: MapQuery, also: string) => ({
  ...(query.q && { q: query.q }),
  ...(also && { also }),
  ...(query.sector && { sector: query.sector }),
  ...(query.theme && { theme: query.theme }),
  ...(query.areaId && { areaId: query.areaId }),
  ...(query.with && { with: query.with }),
  ...(query.newTo && { newTo: query.newTo }),
})
