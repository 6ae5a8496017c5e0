import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { escapedTabs, quotedCommas } from './dialects.ts'
import { JsonRows } from './json-rows.ts'
import { LineSplitter } from './lines.ts'
import { ImportProblem } from './problem.ts'
import { RowReader, type TableRow } from './records.ts'

export type Form = 'txt' | 'json' | 'csv'

export interface TableFile {
  readonly path: string
  readonly bytes: number
  readonly form: Form
  /** Column names of the header, or the keys of the first object. */
  readonly columns: readonly string[]
}

const SNIFFED = 64 * 1024
const CHUNK = 256 * 1024

/** Refuses what is no text table at all, with the reason. */
function refusePacked(path: string, head: Buffer): void {
  if (head.length === 0) throw new ImportProblem('empty', path)
  const [a, b] = head
  if ((a === 0x50 && b === 0x4b) || (a === 0x1f && b === 0x8b))
    throw new ImportProblem('packed', path)
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw new ImportProblem('not_utf8', path)
}

function columnsOf(form: Form, head: Buffer): string[] {
  if (form === 'json') {
    const rows = new JsonRows().push(head)
    return Object.keys(rows.find((row) => row.values)?.values ?? {})
  }
  const dialect = form === 'txt' ? escapedTabs : quotedCommas
  const splitter = new LineSplitter()
  const [first] = [...splitter.push(head), ...splitter.end()]
  return dialect.split(first?.text ?? '').map((name) => name.trim())
}

/**
 * Looks at the first bytes of a file: which form it has and which columns.
 *
 * @throws ImportProblem packed | not_utf8 | empty | nothing_there
 */
export async function inspectTable(path: string): Promise<TableFile> {
  const info = await stat(path).catch(() => null)
  if (!info?.isFile()) throw new ImportProblem('nothing_there', path)
  const handle = await open(path)
  const { buffer, bytesRead } = await handle
    .read(Buffer.alloc(SNIFFED), 0, SNIFFED, 0)
    .finally(() => handle.close())
  const head = buffer.subarray(0, bytesRead)
  refusePacked(path, head)
  const text = head.toString('utf8').replace(/^\uFEFF/, '')
  const firstLine = text.slice(0, text.indexOf('\n') >>> 0)
  const form = /^\s*[[{]/.test(text) ? 'json' : firstLine.includes('\t') ? 'txt' : 'csv'
  return { path, bytes: info.size, form, columns: columnsOf(form, head) }
}

/**
 * The rows of a table, some hundreds at a time. Memory does not grow with the file.
 *
 * @param onBytes told how many bytes of the file have been read so far
 */
export async function* readTable(
  file: TableFile,
  onBytes: (soFar: number) => void = () => {},
): AsyncGenerator<TableRow[]> {
  const json = file.form === 'json' ? new JsonRows() : null
  const splitter = new LineSplitter()
  const reader = new RowReader(file.form === 'txt' ? escapedTabs : quotedCommas)
  let soFar = 0
  for await (const chunk of createReadStream(file.path, { highWaterMark: CHUNK })) {
    soFar += chunk.length
    onBytes(soFar)
    yield json ? json.push(chunk) : splitter.push(chunk).flatMap((line) => reader.push(line))
  }
  if (json) yield json.end()
  else yield [...splitter.end().flatMap((line) => reader.push(line)), ...reader.end()]
}
