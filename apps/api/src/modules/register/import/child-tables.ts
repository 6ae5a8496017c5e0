import type { ClientBase } from 'pg'
import { type OnProgress, type Refusals, readTable } from '../../places/import/index.ts'
import type { Extras } from './clean.ts'
import type { ChildTable, RegisterFile } from './tables.ts'

type Values = Readonly<Record<string, string>>

interface Child {
  /** Temporary table: gone with the connection, so a killed run leaves nothing. */
  readonly table: string
  readonly columns: readonly string[]
  readonly pick: (values: Values) => readonly string[]
}

const CHILDREN: Readonly<Record<ChildTable, Child>> = {
  classification: {
    table: 'stage_classification',
    columns: ['code'],
    pick: (v) => [v.classification_code?.trim() ?? ''],
  },
  areas: {
    table: 'stage_areas',
    columns: ['type', 'name'],
    pick: (v) => [
      v.geographic_area_type?.trim() ?? '',
      v.geographic_area_description?.trim() ?? '',
    ],
  },
  names: { table: 'stage_names', columns: ['name'], pick: (v) => [v.charity_name?.trim() ?? ''] },
  governing: {
    table: 'stage_governing',
    columns: ['objects'],
    pick: (v) => [v.charitable_objects?.trim() ?? ''],
  },
}
const KINDS = Object.keys(CHILDREN) as ChildTable[]

/** Names of people stand in some tables beside what we need; only the picked columns leave the file. */
async function fill(
  client: ClientBase,
  child: Child,
  rows: readonly (readonly string[])[],
): Promise<void> {
  if (rows.length === 0) return
  const columns = ['organisation', ...child.columns]
  const arrays = columns.map((_, i) => rows.map((row) => row[i] ?? ''))
  const types = columns.map((_, i) => `$${i + 1}::${i === 0 ? 'bigint' : 'text'}[]`)
  await client.query(
    `insert into ${child.table} (${columns.join(', ')}) select * from unnest(${types.join(', ')})`,
    arrays,
  )
}

/** Reads one child table into its temporary table. Rows that cannot be read are refused. */
export async function stageChild(
  client: ClientBase,
  { file, name, table }: RegisterFile & { table: ChildTable },
  refusals: Refusals,
  onProgress: OnProgress,
): Promise<number> {
  const child = CHILDREN[table]
  let bytes = 0
  let read = 0
  for await (const rows of readTable(file, (soFar) => (bytes = soFar))) {
    const staged: (readonly string[])[] = []
    for (const row of rows) {
      read += 1
      const key = row.values?.organisation_number?.trim() ?? ''
      if (row.values && /^\d{1,12}$/.test(key)) staged.push([key, ...child.pick(row.values)])
      else {
        const flaw = row.flaw ?? 'no_number'
        await refusals.add({ file: name, line: row.line, flaw }, row.text)
      }
    }
    await fill(client, child, staged)
    onProgress({ file: name, rows: read, bytes, totalBytes: file.bytes })
  }
  return read
}

/** Makes the temporary tables, empty. */
export async function makeStages(client: ClientBase): Promise<void> {
  for (const { table, columns } of Object.values(CHILDREN)) {
    await client.query(`drop table if exists pg_temp.${table}`)
    const list = columns.map((column) => `${column} text not null`).join(', ')
    await client.query(`create temporary table ${table} (organisation bigint not null, ${list})`)
  }
}

export async function indexStages(client: ClientBase): Promise<void> {
  for (const { table } of Object.values(CHILDREN)) {
    await client.query(`create index on ${table} (organisation)`)
    await client.query(`analyze ${table}`)
  }
}

const READ: Readonly<Record<ChildTable, string>> = {
  classification: 'array_agg(distinct code order by code)',
  areas: "array_agg(distinct type || E'\\t' || name)",
  names: 'array_agg(distinct name)',
  governing: 'array_agg(objects)',
}

async function lists(client: ClientBase, kind: ChildTable, keys: readonly string[]) {
  const { rows } = await client.query<{ key: string; list: string[] }>(
    `select organisation::text as key, ${READ[kind]} as list
     from ${CHILDREN[kind].table} where organisation = any($1::bigint[]) group by organisation`,
    [keys],
  )
  return new Map(rows.map((row) => [row.key, row.list]))
}

const beginning = (codes: readonly string[], digit: string) =>
  codes.filter((code) => /^\d{3}$/.test(code) && code.startsWith(digit))

/** What the staged tables say about some organisations. Kinds that were not loaded stay undefined. */
export async function readExtras(
  client: ClientBase,
  loaded: ReadonlySet<ChildTable>,
  keys: readonly string[],
): Promise<(key: string) => Partial<Extras>> {
  const found = new Map<ChildTable, Map<string, string[]>>()
  for (const kind of KINDS) if (loaded.has(kind)) found.set(kind, await lists(client, kind, keys))
  const of = (kind: ChildTable, key: string) =>
    found.has(kind) ? (found.get(kind)?.get(key) ?? []) : null
  return (key) => {
    const codes = of('classification', key)
    const areas = of('areas', key)
    const names = of('names', key)
    const governing = of('governing', key)
    return {
      ...(codes && {
        whatCodes: beginning(codes, '1'),
        whoCodes: beginning(codes, '2'),
        howCodes: beginning(codes, '3'),
      }),
      ...(areas && {
        areas: areas.map((area) => {
          const [type = '', name = ''] = area.split('\t')
          return { type, name }
        }),
      }),
      ...(names && { otherNames: names }),
      ...(governing && { objects: governing[0] ?? null }),
    }
  }
}
