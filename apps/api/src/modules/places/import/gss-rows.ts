import type { gssAreas } from '../gss.table.ts'

export type GssRow = typeof gssAreas.$inferSelect
type Values = Readonly<Record<string, string>>

const CODE = /^[ENSWKJLM][0-9]{8}$/
export const isGssCode = (code: string): boolean => CODE.test(code)

/** Column groups that describe an area wider than a district, narrowest first. */
const WIDER = [
  ['UTLACD', 'UTLANM', 'county'],
  ['CAUTHCD', 'CAUTHNM', 'combined-authority'],
  ['RGNCD', 'RGNNM', 'region'],
  ['CTRYCD', 'CTRYNM', 'country'],
  ['EWCD', 'EWNM', 'nations'],
  ['GBCD', 'GBNM', 'nations'],
  ['UKCD', 'UKNM', 'nations'],
] as const

const orNull = (code: string | undefined) => (code && isGssCode(code) ? code : null)
/** Upper-tier codes other than E10 are districts too and stand in the table as such. */
const isCounty = (code: string | undefined) => code?.startsWith('E10') === true

function above(values: Values) {
  return {
    countyCode: isCounty(values.UTLACD) ? orNull(values.UTLACD) : null,
    regionCode: orNull(values.RGNCD),
    countryCode: orNull(values.CTRYCD),
  }
}

function district(values: Values, source: string): GssRow | null {
  const code = orNull(values.LADCD)
  if (!code || !values.LADNM) return null
  return {
    ...above(values),
    code,
    name: values.LADNM,
    kind: 'lad',
    ladCode: null,
    activeCode: orNull(values.LADCD_ACTIVE) ?? code,
    current: values.Current ? values.Current.toUpperCase() === 'TRUE' : true,
    source,
    vintage: null,
  }
}

function wider(values: Values, source: string): GssRow[] {
  return WIDER.flatMap(([codeColumn, nameColumn, kind], step): GssRow[] => {
    const code = orNull(values[codeColumn])
    const name = values[nameColumn]
    if (!code || !name || (kind === 'county' && !isCounty(code))) return []
    const region = step < 2 ? orNull(values.RGNCD) : null
    const country = step < 3 ? orNull(values.CTRYCD) : null
    return [
      {
        code,
        name,
        kind,
        ladCode: null,
        countyCode: null,
        regionCode: region,
        countryCode: country,
        activeCode: code,
        current: true,
        source,
        vintage: null,
      },
    ]
  })
}

/** A ward, in the district that is in force today; wards keep no successor, since their borders are redrawn. */
export function wardOf(values: Values, source: string): GssRow | null {
  const code = orNull(values.WDCD)
  const lad = orNull(values.LADCD_ACTIVE) ?? orNull(values.LADCD)
  if (!code || !lad || !values.WDNM) return null
  const vintage = values.SOURCEFILE || null
  return {
    ...above(values),
    code,
    name: values.WDNM,
    kind: 'ward',
    ladCode: lad,
    activeCode: code,
    current: true,
    source,
    vintage,
  }
}

/** Every area one row of a code table speaks of: itself and the wider ones it names. */
export function areasOf(values: Values, source: string): GssRow[] {
  if (!('LADCD' in values)) return wider(values, source)
  const own = district(values, source)
  return own ? [own, ...wider(values, source)] : []
}
