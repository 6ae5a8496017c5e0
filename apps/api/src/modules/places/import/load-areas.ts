import { basename } from 'node:path'
import type { ClientBase } from 'pg'
import { type Counts, noCounts, type OnProgress } from './counts.ts'
import { areasOf, type GssRow, wardOf } from './gss-rows.ts'
import { readTable, type TableFile } from './open-table.ts'
import type { TableRow } from './records.ts'
import type { Refusals } from './refusals.ts'
import { type Target, upsert } from './upsert.ts'

export type AreaTable = 'areas' | 'wards'

const AREAS: Target = {
  table: 'gss_areas',
  key: ['code'],
  columns: [
    'code',
    'name',
    'kind',
    'lad_code',
    'county_code',
    'region_code',
    'country_code',
    'active_code',
    'current',
    'source',
    'vintage',
  ],
}
/** Whether a ward is in force follows from the other wards of its district; see `settleWards`. */
const WARDS: Target = { ...AREAS, once: ['current'] }

/** Names the code table by its first column: LADCD, WDCD, UTLACD, CAUTHCD, RGNCD or CTRYCD. */
export function areaTableOf(file: TableFile): AreaTable | null {
  const first = file.columns[0] ?? ''
  if (first === 'WDCD') return 'wards'
  return /^(LAD|UTLA|CAUTH|RGN|CTRY)CD$/.test(first) ? 'areas' : null
}

const record = (row: GssRow) => ({
  code: row.code,
  name: row.name,
  kind: row.kind,
  lad_code: row.ladCode,
  county_code: row.countyCode,
  region_code: row.regionCode,
  country_code: row.countryCode,
  active_code: row.activeCode,
  current: row.current,
  source: row.source,
  vintage: row.vintage,
})

/** The wards of a district's newest list are the ones in force. */
export async function settleWards(client: ClientBase): Promise<void> {
  await client.query(`
    update gss_areas ward set current = newest.is
    from (select code, vintage is not distinct from max(vintage) over (partition by lad_code) as is
          from gss_areas where kind = 'ward') newest
    where ward.code = newest.code and ward.current is distinct from newest.is`)
}

/**
 * Loads one code table. A row gives its own area and the wider ones it names; of an area named by many rows the
 * first counts.
 *
 * @param seen codes this run has already written
 */
export async function loadAreas(
  client: ClientBase,
  file: TableFile,
  seen: Set<string>,
  refusals: Refusals,
  onProgress: OnProgress,
): Promise<Counts> {
  const counts = noCounts()
  const source = basename(file.path)
  const wards = areaTableOf(file) === 'wards'
  let bytes = 0
  const read = (row: TableRow): GssRow[] => {
    if (!row.values) return []
    const ward = wards ? wardOf(row.values, source) : null
    return wards ? (ward ? [ward] : []) : areasOf(row.values, source)
  }
  for await (const rows of readTable(file, (soFar) => (bytes = soFar))) {
    const fresh: GssRow[] = []
    for (const row of rows) {
      counts.read += 1
      if (row.repaired) counts.repaired += 1
      const areas = read(row)
      if (areas.length === 0) {
        counts.refused += 1
        await refusals.add({ file: source, line: row.line, flaw: row.flaw ?? 'bad_code' }, row.text)
      }
      for (const area of areas) {
        if (seen.has(area.code)) continue
        seen.add(area.code)
        fresh.push(area)
      }
    }
    const done = await upsert(client, wards ? WARDS : AREAS, fresh.map(record))
    counts.fresh += done.fresh
    counts.changed += done.changed
    counts.unchanged += fresh.length - done.fresh - done.changed
    onProgress({ file: source, rows: counts.read, bytes, totalBytes: file.bytes })
  }
  return counts
}
