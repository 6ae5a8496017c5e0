import type { ClientBase } from 'pg'
import { v7 } from 'uuid'
import { sqlState } from '../../../db/database.ts'
import type { Standing } from '../register.rules.ts'
import { REGISTER_SOURCES, type RegisterSource } from '../register.table.ts'
import type { CleanRow, Extras, Located } from './clean.ts'

/** What we hold of an organisation, as far as an import needs to know. */
export interface Held {
  readonly rowHash: string
  readonly standing: Standing
  /** Stands in for tables of the extract that were not loaded this time. */
  readonly extras: Extras
}

export interface WritableRow extends CleanRow {
  theme_tags: readonly string[]
  themes: readonly string[]
  theme_basis: string
  row_hash: string
}

export const rankOf = (source: RegisterSource): number => REGISTER_SOURCES.indexOf(source)
export const keyOf = (scheme: string, identifier: string): string => `${scheme}-${identifier}`

interface HeldRow {
  key: string
  row_hash: string
  source: RegisterSource
  extracted_on: string | null
  fin_year_end: string | null
  what_codes: string[]
  who_codes: string[]
  how_codes: string[]
  areas: string[]
  areas_unmapped: string[]
  other_names: string[]
  objects: string | null
}

function heldOf(row: HeldRow): Held {
  const written = [...row.areas, ...row.areas_unmapped].map((name) => ({ type: '', name }))
  return {
    rowHash: row.row_hash,
    standing: {
      rank: rankOf(row.source),
      extractedOn: row.extracted_on,
      finYearEnd: row.fin_year_end,
    },
    extras: {
      whatCodes: row.what_codes,
      whoCodes: row.who_codes,
      howCodes: row.how_codes,
      areas: written,
      otherNames: row.other_names,
      objects: row.objects,
    },
  }
}

/** The entries we hold under some numbers, by `keyOf`. */
export async function readHeld(
  client: ClientBase,
  numbers: readonly { scheme: string; identifier: string }[],
): Promise<Map<string, Held>> {
  const { rows } = await client.query<HeldRow>(
    `select org_id as key, row_hash, source, source_extracted_on::text as extracted_on,
       fin_year_end::text, what_codes, who_codes, how_codes, areas, areas_unmapped, other_names, objects
     from register_entries
     join unnest($1::text[], $2::text[]) as wanted (scheme, identifier) using (scheme, identifier)`,
    [numbers.map((n) => n.scheme), numbers.map((n) => n.identifier)],
  )
  return new Map(rows.map((row) => [row.key, heldOf(row)]))
}

/** Where postcodes lie, as far as a postcode file was loaded. */
export async function readLocated(
  client: ClientBase,
  codes: readonly string[],
): Promise<Map<string, Located>> {
  if (codes.length === 0) return new Map()
  const { rows } = await client.query<{
    postcode: string
    lad_code: string
    ward_code: string | null
  }>('select postcode, lad_code, ward_code from postcodes where postcode = any($1)', [codes])
  return new Map(
    rows.map((row) => [row.postcode, { ladCode: row.lad_code, wardCode: row.ward_code }]),
  )
}

const KEY = ['scheme', 'identifier']

function mergeStatement(columns: readonly string[]): string {
  const list = columns.join(', ')
  const sets = columns.filter((column) => !KEY.includes(column) && column !== 'id')
  return `
    insert into register_entries as held (${list})
    select ${list} from json_populate_recordset(null::register_entries, $1::json)
    on conflict (scheme, identifier) do update
      set ${sets.map((column) => `${column} = excluded.${column}`).join(', ')}, imported_at = now()
      where held.row_hash is distinct from excluded.row_hash
    returning org_id, (xmax = 0) as fresh`
}

export interface Merged {
  readonly fresh: number
  readonly changed: number
  /** Rows the database would not take, with its error code. */
  readonly refused: readonly { row: WritableRow; state: string }[]
}

/** SQLSTATE classes that speak of the row and not of the server. */
const ABOUT_THE_ROW = /^(22|23|54)/

/**
 * Writes rows in one statement. When the database refuses it because of a row, the halves are tried on their own,
 * until the row that is at fault stands alone.
 */
export async function merge(client: ClientBase, rows: readonly WritableRow[]): Promise<Merged> {
  const [first] = rows
  if (!first) return { fresh: 0, changed: 0, refused: [] }
  const records = rows.map((row) => ({ id: v7(), ...row }))
  try {
    const written = await client.query<{ fresh: boolean }>(
      mergeStatement(['id', ...Object.keys(first)]),
      [JSON.stringify(records)],
    )
    const fresh = written.rows.filter((row) => row.fresh).length
    return { fresh, changed: written.rows.length - fresh, refused: [] }
  } catch (error) {
    const state = sqlState(error) ?? ''
    if (!ABOUT_THE_ROW.test(state)) throw error
    if (rows.length === 1) return { fresh: 0, changed: 0, refused: [{ row: first, state }] }
  }
  const half = Math.ceil(rows.length / 2)
  const left = await merge(client, rows.slice(0, half))
  const right = await merge(client, rows.slice(half))
  return {
    fresh: left.fresh + right.fresh,
    changed: left.changed + right.changed,
    refused: [...left.refused, ...right.refused],
  }
}
