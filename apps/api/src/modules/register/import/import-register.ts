import { basename } from 'node:path'
import type { ClientBase } from 'pg'
import {
  alone,
  type Counts,
  filesAt,
  ImportProblem,
  noCounts,
  type OnProgress,
  Refusals,
} from '../../places/import/index.ts'
import { withoutContacts } from '../register.rules.ts'
import { indexStages, makeStages, stageChild } from './child-tables.ts'
import { readGazetteer } from './gazetteer.ts'
import { EntryLoader, type LoadContext } from './load-entries.ts'
import type { Seen } from './seen.ts'
import { type ChildTable, findTables, type RegisterFile, type RegisterTable } from './tables.ts'
import { NO_TAGGER, readTagger } from './ukcat.ts'

export interface RegisterOptions {
  /** The published UK-CAT file; without it themes follow from the register's own codes. */
  readonly ukcat?: string
  readonly outDir: string
  readonly onProgress?: OnProgress
}

export interface LoadedTable {
  readonly file: string
  readonly table: RegisterTable
  readonly counts: Counts
}

export interface RegisterReport {
  readonly tables: readonly LoadedTable[]
  readonly leftAlone: readonly string[]
  /** Files with trustees in them, not read. */
  readonly people: readonly string[]
  /** No official areas are loaded, so places could not be recognised. */
  readonly withoutPlaces: boolean
  readonly refusals: Refusals
  readonly refusedPath: string | null
}

type ChildFile = RegisterFile & { table: ChildTable }
const isChild = (file: RegisterFile): file is ChildFile =>
  file.table !== 'charity' && file.table !== 'sample'

async function loadChildren(
  client: ClientBase,
  files: readonly ChildFile[],
  refusals: Refusals,
  onProgress: OnProgress,
): Promise<LoadedTable[]> {
  const done: LoadedTable[] = []
  await makeStages(client)
  for (const file of files) {
    const before = refusals.total
    const read = await stageChild(client, file, refusals, onProgress)
    const counts = { ...noCounts(), read, refused: refusals.total - before }
    done.push({ file: file.name, table: file.table, counts })
  }
  await indexStages(client)
  return done
}

async function loadEntries(
  context: Omit<LoadContext, 'earlier'>,
  files: readonly RegisterFile[],
): Promise<LoadedTable[]> {
  const done: LoadedTable[] = []
  const earlier: Seen[] = []
  for (const file of files) {
    const loader = new EntryLoader({ ...context, earlier }, file)
    const counts = await loader.load()
    earlier.push(loader.seen)
    done.push({ file: file.name, table: file.table, counts })
  }
  return done
}

/**
 * Loads the Charity Commission's public extract (text or JSON, a folder of tables or the charity table alone) or
 * the classified sample into `register_entries`.
 *
 * Memory does not grow with the input: files are read in pieces of 256 kB, the extract's other tables wait in
 * temporary tables, a thousand rows are worked on at a time; what stays is the numbers seen (about 40 bytes each)
 * and some 900 areas. Safe to repeat and to break off: each thousand rows are one statement, a row is written only
 * when its fingerprint differs, and a killed run leaves no temporary table and no lock.
 *
 * @param client one connection, kept for the whole run
 * @throws ImportProblem nothing_there | no_tables | no_main_table | unknown_table | running | packed | not_utf8 |
 *   empty | unwritable
 */
export async function importRegister(
  client: ClientBase,
  path: string,
  options: RegisterOptions,
): Promise<RegisterReport> {
  const { tables, leftAlone, people } = await findTables(await filesAt(path, /\.(txt|json|csv)$/i))
  const main = tables.filter((file) => !isChild(file))
  if (tables.length === 0) throw new ImportProblem('no_tables', path)
  if (main.length === 0) throw new ImportProblem('no_main_table', basename(path))
  const tagger = options.ukcat ? await readTagger(options.ukcat) : NO_TAGGER
  const refusals = new Refusals(options.outDir, path, withoutContacts)
  const onProgress = options.onProgress ?? (() => {})
  return alone(client, 'register', async () => {
    await refusals.begin()
    const children = tables.filter(isChild)
    const gazetteer = await readGazetteer(client)
    const staged = await loadChildren(client, children, refusals, onProgress)
    const loaded = new Set(children.map((file) => file.table))
    const context = { client, gazetteer, tagger, loaded, refusals, onProgress }
    const entries = await loadEntries(context, main)
    return {
      tables: [...staged, ...entries],
      leftAlone,
      people,
      withoutPlaces: gazetteer.empty,
      refusals,
      refusedPath: await refusals.end(),
    }
  })
}
