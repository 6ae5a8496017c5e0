import type { ClientBase } from 'pg'
import { isGssCode } from '../../places/import/index.ts'

/** Where a charity says it works, as its register writes it. */
export interface WrittenArea {
  /** `Local Authority`, `Region`, `Country` or `Continent`; '' when it is no longer known. */
  readonly type: string
  readonly name: string
}

/** What the official tables know, held in memory while an import runs: some 900 areas, no postcodes. */
export interface Gazetteer {
  readonly empty: boolean
  /** Codes in force today for a written area; none when it is unknown or abroad. */
  readonly find: (area: WrittenArea) => readonly string[]
  readonly isDistrict: (code: string) => boolean
  readonly active: (code: string) => string
}

/** The register's own regions. */
const REGIONS: Readonly<Record<string, string>> = {
  'throughout england': 'E92000001',
  'throughout england and wales': 'K04000001',
  'throughout london': 'E12000007',
  'throughout wales': 'W92000004',
}

/**
 * Counties that have ended but that charities still name, with the unitary districts that took their place.
 * Cumbria 2023: The Cumbria (Structural Changes) Order 2022; Northamptonshire 2021: The Northamptonshire
 * (Structural Changes) Order 2020; Bedfordshire and Cheshire 2009: orders of 2008.
 */
const ENDED: Readonly<Record<string, readonly string[]>> = {
  bedfordshire: ['E06000055', 'E06000056'],
  buckinghamshire: ['E06000060'],
  cheshire: ['E06000049', 'E06000050'],
  cumbria: ['E06000063', 'E06000064'],
  northamptonshire: ['E06000061', 'E06000062'],
}
/** Spellings of the register that differ from the official name by more than a word in front or behind. */
const SPELT: Readonly<Record<string, string>> = {
  'rhondda cynon taff': 'rhondda cynon taf',
  'the vale of glamorgan': 'vale of glamorgan',
}

/** 'City Of Westminster', 'Bristol, City of' and 'Leeds City' by their bare names. */
export function bareName(name: string): string {
  const bare = name
    .toLowerCase()
    .replace(/&/g, 'and')
    .replace(/['’.]/g, '')
    .replace(/[\s,-]+/g, ' ')
    .trim()
    .replace(/ (city|county|london borough) of$/, '')
    .replace(/^(the )?(city|county|london borough|royal borough) of (?!london$)/, '')
    .replace(/ (city|county)$/, '')
  return SPELT[bare] ?? bare
}

interface AreaRow {
  code: string
  name: string
  kind: string
  active_code: string
}

/** Index of names; where several areas share one, the district in force comes before the one that ended. */
function byName(rows: readonly AreaRow[]): Map<string, string> {
  const names = new Map<string, string>()
  for (const row of rows) {
    const name = bareName(row.name)
    const held = names.get(name)
    if (!held || row.code === row.active_code) names.set(name, row.active_code)
  }
  return names
}

/** Reads the official areas once. */
export async function readGazetteer(client: ClientBase): Promise<Gazetteer> {
  const { rows } = await client.query<AreaRow>(
    "select code, name, kind, active_code from gss_areas where kind <> 'ward' order by code",
  )
  const of = (...kinds: string[]) => byName(rows.filter((row) => kinds.includes(row.kind)))
  const districts = of('lad')
  const counties = of('county')
  const countries = of('country')
  const active = new Map(rows.map((row) => [row.code, row.active_code]))
  const districtCodes = new Set(rows.filter((row) => row.kind === 'lad').map((row) => row.code))

  const one = (code: string | undefined): readonly string[] => (code ? [code] : [])
  const region = (name: string) => one(REGIONS[name.toLowerCase()])
  const country = (bare: string) => one(countries.get(bare))
  const authority = (bare: string) => {
    const found = one(counties.get(bare) ?? districts.get(bare))
    return found.length > 0 ? found : (ENDED[bare] ?? [])
  }
  const find = ({ type, name }: WrittenArea): readonly string[] => {
    if (isGssCode(name)) return [active.get(name) ?? name]
    const bare = bareName(name)
    if (type === 'Region') return region(name)
    if (type === 'Country') return country(bare)
    if (type === 'Local Authority') return authority(bare)
    if (type !== '') return []
    return [region(name), country(bare), authority(bare)].find((codes) => codes.length > 0) ?? []
  }
  return {
    empty: rows.length === 0,
    find,
    isDistrict: (code) => districtCodes.has(code),
    active: (code) => active.get(code) ?? code,
  }
}
