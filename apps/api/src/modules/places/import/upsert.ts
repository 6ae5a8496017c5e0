import type { ClientBase } from 'pg'

export interface Upserted {
  fresh: number
  changed: number
}

export interface Target {
  readonly table: string
  readonly key: readonly string[]
  /** All columns that are written, the key among them. */
  readonly columns: readonly string[]
  /** Columns written at birth only, never compared and never changed. */
  readonly once?: readonly string[]
}

function statement({ table, key, columns, once = [] }: Target): string {
  const changing = columns.filter((column) => !key.includes(column) && !once.includes(column))
  const list = columns.join(', ')
  return `
    insert into ${table} as held (${list})
    select ${list} from json_populate_recordset(null::${table}, $1::json)
    on conflict (${key.join(', ')}) do update
      set ${changing.map((column) => `${column} = excluded.${column}`).join(', ')}
      where (${changing.map((column) => `held.${column}`).join(', ')})
        is distinct from (${changing.map((column) => `excluded.${column}`).join(', ')})
    returning (xmax = 0) as fresh`
}

/**
 * Writes rows in one statement: new ones are added, differing ones changed, equal ones left alone. The rows of one
 * call must differ in their key.
 *
 * @param rows objects with the database's own column names
 */
export async function upsert(
  client: ClientBase,
  target: Target,
  rows: readonly object[],
): Promise<Upserted> {
  if (rows.length === 0) return { fresh: 0, changed: 0 }
  const written = await client.query<{ fresh: boolean }>(statement(target), [JSON.stringify(rows)])
  const fresh = written.rows.filter((row) => row.fresh).length
  return { fresh, changed: written.rows.length - fresh }
}
