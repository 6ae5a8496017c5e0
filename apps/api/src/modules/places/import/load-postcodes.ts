import { basename } from 'node:path'
import type { ClientBase } from 'pg'
import { isPostcode, normalisePostcode } from '../postcodes.rules.ts'
import { type Counts, noCounts, type OnProgress } from './counts.ts'
import { isGssCode } from './gss-rows.ts'
import { readTable, type TableFile } from './open-table.ts'
import type { PostcodeColumns } from './postcode-columns.ts'
import type { RowFlaw } from './problem.ts'
import type { Refusals } from './refusals.ts'
import { type Target, upsert } from './upsert.ts'

const POSTCODES: Target = {
  table: 'postcodes',
  key: ['postcode'],
  columns: ['postcode', 'lad_code', 'ward_code', 'lsoa_code', 'terminated', 'source'],
}

interface PostcodeRow {
  postcode: string
  lad_code: string
  ward_code: string | null
  lsoa_code: string | null
  terminated: boolean
  source: string
}

export interface PostcodeOptions {
  readonly columns: PostcodeColumns
  /** Only these districts; empty means all. */
  readonly lads: ReadonlySet<string>
  /** Old district code → the one in force. */
  readonly active: ReadonlyMap<string, string>
}

const code = (text: string | undefined) => (text && isGssCode(text) ? text : null)

function readRow(
  values: Readonly<Record<string, string>>,
  source: string,
  { columns, lads, active }: PostcodeOptions,
): PostcodeRow | RowFlaw | 'elsewhere' {
  const raw = values[columns.postcode] ?? ''
  const given = values[columns.lad]?.trim() ?? ''
  if (given === '') return 'elsewhere'
  if (!isGssCode(given)) return 'bad_code'
  const lad = active.get(given) ?? given
  if (lads.size > 0 && !lads.has(lad)) return 'elsewhere'
  if (!isPostcode(raw)) return 'bad_postcode'
  return {
    postcode: normalisePostcode(raw),
    lad_code: lad,
    ward_code: code(columns.ward && values[columns.ward]),
    lsoa_code: code(columns.lsoa && values[columns.lsoa]),
    terminated: columns.terminated ? (values[columns.terminated] ?? '').trim() !== '' : false,
    source,
  }
}

/** Successors of districts, so that files with old codes land in today's. */
export async function activeCodes(client: ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ code: string; active_code: string }>(
    "select code, active_code from gss_areas where kind = 'lad' and code <> active_code",
  )
  return new Map(rows.map((row) => [row.code, row.active_code]))
}

/** Loads a postcode file of any layout whose columns are known. Memory does not grow with the file. */
export async function loadPostcodes(
  client: ClientBase,
  file: TableFile,
  options: PostcodeOptions,
  refusals: Refusals,
  onProgress: OnProgress,
): Promise<Counts> {
  const counts = noCounts()
  const source = basename(file.path)
  let bytes = 0
  for await (const rows of readTable(file, (soFar) => (bytes = soFar))) {
    /** Keyed, because one statement may not write a row twice. */
    const batch = new Map<string, PostcodeRow>()
    for (const row of rows) {
      counts.read += 1
      if (row.repaired) counts.repaired += 1
      const read = row.values ? readRow(row.values, source, options) : (row.flaw ?? 'columns')
      if (read === 'elsewhere') counts.elsewhere += 1
      else if (typeof read === 'string') {
        counts.refused += 1
        await refusals.add({ file: source, line: row.line, flaw: read }, row.text)
      } else if (batch.has(read.postcode)) {
        counts.unchanged += 1
      } else batch.set(read.postcode, read)
    }
    const done = await upsert(client, POSTCODES, [...batch.values()])
    counts.fresh += done.fresh
    counts.changed += done.changed
    counts.unchanged += batch.size - done.fresh - done.changed
    onProgress({ file: source, rows: counts.read, bytes, totalBytes: file.bytes })
  }
  return counts
}
