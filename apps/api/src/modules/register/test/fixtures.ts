import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { cloneDatabase } from '../../../../test/databases.ts'
import { importPlaces } from '../../places/import/index.ts'
import { importRegister } from '../import/import-register.ts'
import { jsonLine, type Row, textHead, textLine } from './write-extract.ts'

/** A folder, a database and one connection for a test, gone with `end`. */
export async function desk() {
  const database = await cloneDatabase()
  const client = new pg.Client({ connectionString: database.url })
  await client.connect()
  const folder = await mkdtemp(join(tmpdir(), 'hcw-register-'))
  const put = async (name: string, text: string | Buffer) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  return {
    url: database.url,
    appUrl: database.appUrl,
    client,
    folder,
    put,
    load: (path = folder, more = {}) => importRegister(client, path, { outDir: folder, ...more }),
    all: async (sql: string) => (await client.query(sql)).rows,
    end: async () => {
      await client.end()
      await database.drop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
export type Desk = Awaited<ReturnType<typeof desk>>

export const asText = (rows: readonly Row[]): string =>
  textHead(rows[0] ?? {}) + rows.map(textLine).join('')
export const asJson = (rows: readonly Row[]): string =>
  `${rows.map((row, i) => jsonLine(row, i === 0)).join('')}]`

/** Everything an entry holds but what a second import would make anew. */
export const ENTRIES =
  "select to_jsonb(e) - 'id' - 'imported_at' - 'search' as entry from register_entries e order by org_id"

const DISTRICTS = `LADCD,LADNM,LADCD_ACTIVE,UTLACD,UTLANM,RGNCD,RGNNM,CTRYCD,CTRYNM,Current
E09000028,Southwark,E09000028,,,E12000007,London,E92000001,England,TRUE
E09000033,Westminster,E09000033,,,E12000007,London,E92000001,England,TRUE
E07009001,Oldmarsh,E06009001,,,E12000008,South East,E92000001,England,FALSE
E06009001,Marshland,E06009001,,,E12000008,South East,E92000001,England,TRUE
E07000106,Canterbury,E07000106,E10000016,Kent,E12000008,South East,E92000001,England,TRUE
S12009001,Glenbrae City,S12009001,,,,,S92000003,Scotland,TRUE
`
const POSTCODES = `pcds,laua,ward
SE15 5AA,E09000028,E05011113
AB1 1AA,E07009001,
`
/** Loads a handful of districts and postcodes. */
export async function loadPlaces({ put, client, folder }: Desk): Promise<void> {
  for (const [name, text] of [
    ['districts.csv', DISTRICTS],
    ['postcodes.csv', POSTCODES],
  ] as const) {
    await importPlaces(client, await put(name, text), { outDir: folder })
  }
}
