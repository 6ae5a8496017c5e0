import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { importRegister } from '../apps/api/src/modules/register/import/import-register.ts'
import { themesOfTags } from '../apps/api/src/modules/register/register.themes.ts'
import { type Half, halfOf } from './quality.metrics.ts'
import { areaOf, districtOf } from './quality.places.ts'

export type Client = Parameters<typeof importRegister>[0]

type Row = Record<string, string>
/** What people said a charity is about, and where it sits. */
export interface Truth {
  area: string | null
  themes: ReadonlySet<string>
}

/** Charities of one half that people have tagged, by their number; more than one reading of a charity counts together. */
export async function readHalf(path: string, half: Half) {
  const load = createRequire(new URL('../apps/api/package.json', import.meta.url))
  const { parse } = load('csv-parse/sync') as {
    parse: (text: string, options: { columns: true }) => Row[]
  }
  const rows: Row[] = []
  const tags = new Map<string, string[]>()
  for (const row of parse(await readFile(path, 'utf8'), { columns: true })) {
    const id = row.org_id ?? ''
    if (!row.UKCAT || halfOf(id) !== half) continue
    tags.set(id, [...(tags.get(id) ?? []), ...row.UKCAT.split(';').map((tag) => tag.trim())])
    rows.push(row)
  }
  const truth = new Map(
    rows.map((row): [string, Truth] => [
      row.org_id ?? '',
      {
        area: areaOf(row.postcode ?? ''),
        themes: new Set(themesOfTags(tags.get(row.org_id ?? '') ?? [])),
      },
    ]),
  )
  return { rows, truth }
}

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** The same table without what people tagged, so that the importer has to find themes by its own reading. */
export function untagged(rows: readonly Row[]): string {
  const columns = Object.keys(rows[0] ?? {})
  const line = (row: Row) =>
    columns.map((c) => quoted(c === 'UKCAT' || c === 'ICNPTSO' ? '' : (row[c] ?? ''))).join(',')
  return [columns.map(quoted).join(','), ...rows.map(line), ''].join('\n')
}

/** Ids that are the same each time, because lots are drawn by them. */
const SEAT = `
  update register_entries e set id = md5(e.org_id)::uuid, lad_code = s.code, lad_basis = 'postcode'
  from json_to_recordset($1) s (org_id text, code text) where e.org_id = s.org_id`

/** Loads the charities by the product's own import, each in the made-up district of its postcode area. */
export async function loadHalf(
  client: Client,
  { rows, truth }: Awaited<ReturnType<typeof readHalf>>,
  { folder, ukcat }: { folder: string; ukcat: string },
): Promise<void> {
  await mkdir(folder, { recursive: true })
  try {
    const table = join(folder, 'charities.csv')
    await writeFile(table, untagged(rows))
    await importRegister(client, table, { ukcat, outDir: folder })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  const seats = [...truth].flatMap(([org_id, { area }]) =>
    area === null ? [] : [{ org_id, code: districtOf(area) }],
  )
  await client.query(SEAT, [JSON.stringify(seats)])
  await client.query('select match_rebuild()')
}
