import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { ClientBase } from 'pg'
import type { Counts, OnProgress } from './counts.ts'
import { type AreaTable, areaTableOf, loadAreas, settleWards } from './load-areas.ts'
import { activeCodes, loadPostcodes } from './load-postcodes.ts'
import { alone } from './lock.ts'
import { inspectTable, type TableFile } from './open-table.ts'
import { findColumns, type PostcodeColumns } from './postcode-columns.ts'
import { ImportProblem } from './problem.ts'
import { Refusals } from './refusals.ts'

export interface PlacesOptions {
  readonly lads?: readonly string[]
  readonly columns?: Partial<PostcodeColumns>
  readonly outDir: string
  readonly onProgress?: OnProgress
  /** A file that is no table we know. */
  readonly onLeftAlone?: (file: string) => void
}

export interface LoadedFile {
  readonly file: string
  readonly what: AreaTable | 'postcodes'
  readonly counts: Counts
}

export interface PlacesReport {
  readonly files: readonly LoadedFile[]
  readonly refusals: Refusals
  /** Where the refused rows were written, if any. */
  readonly refusedPath: string | null
}

interface Found {
  readonly file: TableFile
  readonly what: AreaTable | 'postcodes'
  readonly columns: PostcodeColumns | null
}

/** Every file of a folder whose name ends in one of `endings`, or the one file itself, by name. */
export async function filesAt(path: string, endings: RegExp): Promise<string[]> {
  const info = await stat(path).catch(() => null)
  if (!info) throw new ImportProblem('nothing_there', path)
  if (!info.isDirectory()) return [path]
  const names = (await readdir(path)).filter((name) => endings.test(name)).sort()
  return names.map((name) => join(path, name))
}

/** Districts before wards and postcodes, which need to know who succeeded whom. */
const ORDER: Readonly<Record<Found['what'], number>> = { areas: 0, wards: 1, postcodes: 2 }

async function findTables(path: string, options: PlacesOptions): Promise<Found[]> {
  const found: Found[] = []
  for (const name of await filesAt(path, /\.(csv|txt)$/i)) {
    const file = await inspectTable(name)
    const area = areaTableOf(file)
    const columns = area ? null : findColumns(file.columns, options.columns)
    if (area) found.push({ file, what: area, columns: null })
    else if (columns) found.push({ file, what: 'postcodes', columns })
    else if (options.columns && name === path) throw new ImportProblem('no_columns', path)
    else options.onLeftAlone?.(basename(name))
  }
  if (found.length === 0) throw new ImportProblem('no_tables', path)
  const weight = ({ what, file }: Found) => ORDER[what] + (file.columns[0] === 'LADCD' ? -0.5 : 0)
  return found.sort((a, b) => weight(a) - weight(b))
}

/**
 * Loads official code tables and postcode files into `gss_areas` and `postcodes`. Safe to repeat and to break off:
 * every piece is one statement, and a second run finds everything unchanged.
 *
 * @param client one connection, kept for the whole run
 * @throws ImportProblem nothing_there | no_tables | no_columns | running | packed | not_utf8 | empty | unwritable
 */
export async function importPlaces(
  client: ClientBase,
  path: string,
  options: PlacesOptions,
): Promise<PlacesReport> {
  const tables = await findTables(path, options)
  const refusals = new Refusals(options.outDir, path)
  const onProgress = options.onProgress ?? (() => {})
  const files = await alone(client, 'places', async () => {
    await refusals.begin()
    const seen = new Set<string>()
    const done: LoadedFile[] = []
    for (const { file, what, columns } of tables) {
      const counts = columns
        ? await loadPostcodes(
            client,
            file,
            { columns, lads: new Set(options.lads), active: await activeCodes(client) },
            refusals,
            onProgress,
          )
        : await loadAreas(client, file, seen, refusals, onProgress)
      done.push({ file: basename(file.path), what, counts })
    }
    await settleWards(client)
    return done
  })
  return { files, refusals, refusedPath: await refusals.end() }
}
