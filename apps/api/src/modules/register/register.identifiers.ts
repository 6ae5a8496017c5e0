/**
 * Organisation identifiers: a list (who gave the number) and the number as that list writes it, kept apart.
 * Facts: org-id.guide list codes (https://org-id.guide) and the registers' own number formats.
 * No charity or company number has a check digit: a number is known to be right only by finding it in a register.
 */
export type Verified = 'none' | 'pattern'

export interface Identifier {
  /** As the register writes it; the trimmed input when it cannot be right. */
  readonly value: string
  readonly verified: Verified
  /** A company number that only mirrors a charity number: the list that holds the real one. */
  readonly shadowOf?: 'GB-CHC' | 'GB-SC'
}

interface List {
  readonly pattern: RegExp
  readonly normalise: (raw: string) => string
}

const upper = (raw: string) => raw.toUpperCase().replace(/\s/g, '')
const lower = (raw: string) => raw.toLowerCase().replace(/\s/g, '')
/** '2324869.0': a number that went through a spreadsheet. */
const withoutFraction = (raw: string) => raw.replace(/^(\d+)\.0+$/, '$1')
const digits = (raw: string) => withoutFraction(upper(raw))

function charityNumber(raw: string): string {
  return digits(raw.replace(/^\s*(registered)?\s*charity\s*(number|no|nr)?\s*[.:]?/i, ''))
}

function companyNumber(raw: string): string {
  const bare = digits(raw)
  if (/^0*$/.test(bare)) return bare
  if (/^\d{1,8}$/.test(bare)) return bare.padStart(8, '0')
  const prefixed = /^([A-Z]{2})(\d{1,6})$/.exec(bare)
  return prefixed?.[1] && prefixed[2] ? prefixed[1] + prefixed[2].padStart(6, '0') : bare
}

function scottishNumber(raw: string): string {
  const bare = digits(raw)
  const found = /^(?:SC)?(\d{1,6})$/.exec(bare)
  return found?.[1] ? `SC${found[1].padStart(6, '0')}` : bare
}

const LISTS: Readonly<Record<string, List>> = {
  'GB-CHC': { pattern: /^[0-9]{6,7}(-[0-9]{1,3})?$/, normalise: charityNumber },
  'GB-SC': { pattern: /^SC[0-9]{6}$/, normalise: scottishNumber },
  'GB-NIC': { pattern: /^[0-9]{6}$/, normalise: (raw) => digits(raw).replace(/^NIC?/, '') },
  'GB-COH': {
    pattern: /^(?!0{8})([0-9]{8}|[A-Z]{2}[0-9]{6}|[A-Z]{2}[0-9]{5}[A-Z0-9])$/,
    normalise: companyNumber,
  },
  'GB-LAE': { pattern: /^[A-Z]{3,4}$/, normalise: upper },
  'GB-LAS': { pattern: /^[A-Z]{3}$/, normalise: upper },
  'GB-PLA': { pattern: /^[A-Z]{3}$/, normalise: upper },
  'GB-LANI': { pattern: /^[A-Z]{3}$/, normalise: upper },
  'GB-NHS': { pattern: /^[A-Z0-9]{3,10}$/, normalise: upper },
  'GB-EDU': { pattern: /^[0-9]{5,6}$/, normalise: digits },
  'GB-CASC': { pattern: /^[0-9a-f]{8}$/, normalise: lower },
  'GB-MPR': { pattern: /^[A-Z]{0,2}[0-9]{1,6}[A-Z]?$/, normalise: digits },
  'GB-GOR': { pattern: /^[A-Z]{1,2}[0-9]{1,5}$/, normalise: upper },
  'NL-KVK': { pattern: /^[0-9]{8}$/, normalise: (raw) => digits(raw.replace(/\.(?!0$)/g, '')) },
  'XI-LEI': { pattern: /^[A-Z0-9]{20}$/, normalise: upper },
  'XI-ROR': { pattern: /^0[a-z0-9]{6}[0-9]{2}$/, normalise: lower },
}

/** Longest first, so that no list hides behind a shorter one (GB-LAE before GB-LA). */
const CODES = Object.keys(LISTS).sort((a, b) => b.length - a.length)

/** Which list names an organisation when it stands in several: the earlier one. */
export const PREFERRED_LISTS = ['GB-CHC', 'GB-SC', 'GB-NIC', 'GB-COH'] as const

/** The lists this product can check a number against. */
export const KNOWN_LISTS: readonly string[] = Object.keys(LISTS)

/**
 * Brings a number into its list's own form and says whether it can be right.
 *
 * @param list a list code, for example 'GB-COH'
 * @param raw the number as somebody wrote it: '9506232', 'sc42386', 'Registered charity no. 1164883'
 */
export function normaliseIdentifier(list: string, raw: string): Identifier {
  const known = LISTS[list]
  const value = known?.normalise(raw) ?? ''
  if (!known?.pattern.test(value)) return { value: raw.trim(), verified: 'none' }
  if (list !== 'GB-COH') return { value, verified: 'pattern' }
  if (value.startsWith('CE')) return { value, verified: 'pattern', shadowOf: 'GB-CHC' }
  if (value.startsWith('CS')) return { value, verified: 'pattern', shadowOf: 'GB-SC' }
  return { value, verified: 'pattern' }
}

/**
 * Takes a joined identifier apart by the longest known list code, never by its hyphens.
 *
 * @returns null when no list we know stands in front; keep the raw text then
 */
export function parseOrgId(raw: string): { list: string; identifier: Identifier } | null {
  const text = raw.trim()
  const list = CODES.find((code) => text.toUpperCase().startsWith(`${code}-`))
  return list ? { list, identifier: normaliseIdentifier(list, text.slice(list.length + 1)) } : null
}

/** 'GB-CHC' and '1164883' → 'GB-CHC-1164883'. */
export function joinOrgId(list: string, value: string): string {
  return `${list}-${value}`
}
