import { THEMES, type Theme } from '@howcanwe/shared/places'

/** What an address of the list asks for. The names are those of the API, so that an address can be shared. */
export interface ListQuery {
  q: string
  theme: readonly Theme[]
  areaId: readonly string[]
  /** Days, or null for any time. */
  closesWithin: number | null
  which: 'open' | 'past'
}

export const CLOSES_WITHIN = [7, 14, 31] as const
const UUID = /^[0-9a-f-]{36}$/
const isTheme = (value: string): value is Theme => (THEMES as readonly string[]).includes(value)

/** Reads an address; what it does not understand it leaves out, so that an old link still shows a list. */
export function readQuery(search: URLSearchParams): ListQuery {
  const days = Number(search.get('closesWithin'))
  return {
    q: (search.get('q') ?? '').trim().slice(0, 200),
    theme: [...new Set(search.getAll('theme'))].filter(isTheme),
    areaId: [...new Set(search.getAll('areaId'))].filter((id) => UUID.test(id)).slice(0, 20),
    closesWithin: CLOSES_WITHIN.find((d) => d === days) ?? null,
    which: search.get('which') === 'past' ? 'past' : 'open',
  }
}

/** The address for a query, without what is not asked: '?theme=food&q=lunch'. */
export function searchOf(query: ListQuery): string {
  const search = new URLSearchParams()
  if (query.q) search.set('q', query.q)
  for (const theme of query.theme) search.append('theme', theme)
  for (const areaId of query.areaId) search.append('areaId', areaId)
  if (query.closesWithin) search.set('closesWithin', String(query.closesWithin))
  if (query.which === 'past') search.set('which', 'past')
  const text = search.toString()
  return text === '' ? '' : `?${text}`
}

/** The same as the typed client wants it. */
export const askFor = (query: ListQuery) => ({
  ...(query.q ? { q: query.q } : {}),
  ...(query.theme.length > 0 ? { theme: [...query.theme] } : {}),
  ...(query.areaId.length > 0 ? { areaId: [...query.areaId] } : {}),
  ...(query.closesWithin ? { closesWithin: query.closesWithin } : {}),
  ...(query.which === 'past' ? { which: query.which } : {}),
})

/** The list with a value put in, or taken out if it was in. */
export const toggled = <T>(list: readonly T[], value: T): T[] =>
  list.includes(value) ? list.filter((one) => one !== value) : [...list, value]

export const isNarrowed = (query: ListQuery): boolean =>
  query.q !== '' || query.theme.length > 0 || query.areaId.length > 0 || query.closesWithin !== null
