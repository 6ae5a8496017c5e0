import type { IncomeBand } from '@howcanwe/shared/organisations'

/** Upper bounds in pounds, exclusive (NCVO UK Civil Society Almanac). */
const BANDS: readonly (readonly [below: number, band: IncomeBand])[] = [
  [1, 'none'],
  [10_000, 'micro'],
  [100_000, 'small'],
  [1_000_000, 'medium'],
  [10_000_000, 'large'],
  [100_000_000, 'major'],
]

/** Null stays null: an unknown income is not a small one. */
export function incomeBandOf(pounds: number | null): IncomeBand | null {
  if (pounds === null) return null
  return BANDS.find(([below]) => pounds < below)?.[1] ?? 'super-major'
}

/** Small letters for which an address may well be somebody's home. */
export function maySitAtHome(unincorporated: boolean | null, incomePounds: number | null): boolean {
  return unincorporated !== false && (incomePounds === null || incomePounds < 100_000)
}

export type Read<T> = { readonly value: T | null; readonly doubtful: boolean }
const nothing = { value: null, doubtful: false } as const
const doubtful = { value: null, doubtful: true } as const

/** A day: '2023-09-07', the same with any time behind it, or '07/09/2023'. Years 1000–2200. */
export function readDay(raw: string): Read<string> {
  const text = raw.trim()
  if (text === '') return nothing
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]*(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text)
  const uk = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const [y, m, d] = iso ? iso.slice(1, 4) : uk ? [uk[3], uk[2], uk[1]] : []
  if (!y || !m || !d) return doubtful
  const day = `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`
  const date = new Date(`${day}T00:00:00Z`)
  const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day)
  return exists && y >= '1000' && y <= '2200' ? { value: day, doubtful: false } : doubtful
}

/** Whole pounds: '75186', '75186.0', '£1,200', '1.2E6'. Negative or absurd amounts are doubtful. */
export function readPounds(raw: string): Read<number> {
  const text = raw.replace(/[£,\s]/g, '')
  if (text === '') return nothing
  const amount = /^\d+(\.\d+)?(e\+?\d{1,2})?$/i.test(text) ? Math.round(Number(text)) : Number.NaN
  return Number.isFinite(amount) && amount < 1e12 ? { value: amount, doubtful: false } : doubtful
}

/** A web address with its scheme, or nothing: an e-mail address typed here is dropped. */
export function readWebsite(raw: string): Read<string> {
  const text = raw.trim()
  if (text === '') return nothing
  const url = /^[a-z]+:\/\//i.test(text) ? text : `http://${text}`
  if (text.includes('@') || !URL.canParse(url)) return doubtful
  const { protocol, hostname, href } = new URL(url)
  const good =
    /^https?:$/.test(protocol) && /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(hostname) && href.length <= 300
  return good ? { value: href.replace(/\/$/, ''), doubtful: false } : doubtful
}

const EMAIL = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}/g
const TELEPHONE = /(?<![\d])(?:\+44|\(?0)[\d ()-]{8,14}\d(?!\d)/g
const isTelephone = (text: string) => /^(44|0)\d{9,11}$/.test(text.replace(/\D/g, ''))

/** Free text without e-mail addresses and telephone numbers; each becomes '…'. */
export function withoutContacts(text: string): string {
  return text.replace(EMAIL, '…').replace(TELEPHONE, (found) => (isTelephone(found) ? '…' : found))
}

/** What decides between an entry we hold and one that comes in. */
export interface Standing {
  /** Higher is more official. */
  readonly rank: number
  readonly extractedOn: string | null
  readonly finYearEnd: string | null
}

/**
 * Whether an incoming entry may replace the one we hold: the more official source wins, then the newer extract;
 * where neither says when it was taken, the newer accounts. So files may be loaded in any order.
 *
 * @param ties what happens to equals: a file loaded again brings corrections, a second file of one run does not
 */
export function mayReplace(held: Standing, incoming: Standing, ties = true): boolean {
  if (held.rank !== incoming.rank) return incoming.rank > held.rank
  const dated = held.extractedOn !== null || incoming.extractedOn !== null
  const before = (dated ? held.extractedOn : held.finYearEnd) ?? ''
  const after = (dated ? incoming.extractedOn : incoming.finYearEnd) ?? ''
  return after > before || (ties && after === before)
}
