import { MOST_BYTES, MOST_ROWS } from '@howcanwe/shared/contacts'
import { CsvError, parse } from 'csv-parse/sync'
import { columnsOf, type Head, isEnough } from './contacts.columns.ts'
import { refuse } from './contacts.errors.ts'

/** Columns of one file at most: more is no list of people. */
const MOST_COLUMNS = 100

export interface FileRow {
  /** Where it begins, as an editor counts: the first line of the file is 1. */
  line: number
  cells: readonly string[]
}

export interface ContactTable {
  heads: Head[]
  rows: FileRow[]
}

/** UTF-8, UTF-16 where Excel says so in front, and what an older Windows saves. @throws contacts.not_a_table */
function textOf(bytes: Buffer): string {
  const [a, b] = bytes
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    return new TextDecoder(a === 0xff ? 'utf-16le' : 'utf-16be').decode(bytes)
  // A workbook, a picture, a program: no text has a NUL in it.
  if (bytes.includes(0)) throw refuse('contacts.not_a_table')
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** What Excel may write above everything else, so that it splits the file itself. */
const SEPARATOR_LINE = /^sep=([,;\t|])\n/i
const SEPARATORS = [',', ';', '\t', '|'] as const

/** The one that stands most often in the first row that says anything, outside of quotes. */
function separatorOf(text: string): string {
  const first = text.split('\n').find((line) => /[^\s,;|]/.test(line)) ?? ''
  const bare = first.replaceAll(/"[^"]*"/g, '')
  const often = (separator: string) => bare.split(separator).length
  return SEPARATORS.reduce((most, one) => (often(one) > often(most) ? one : most))
}

const linesIn = (cells: readonly string[]): number =>
  cells.reduce((n, cell) => n + cell.split('\n').length - 1, 0)

/** @throws contacts.not_a_table */
function rowsOf(text: string): FileRow[] {
  const own = SEPARATOR_LINE.exec(text)
  const body = own ? text.slice(own[0].length) : text
  const above = own ? 1 : 0
  const rows: FileRow[] = []
  try {
    parse(body, {
      delimiter: own?.[1] ?? separatorOf(body),
      record_delimiter: '\n',
      relax_column_count: true,
      relax_quotes: true,
      on_record: (cells: string[], { lines }) => {
        if (cells.some((cell) => cell.trim() !== ''))
          rows.push({ line: lines - linesIn(cells) + above, cells })
        return null
      },
    })
    return rows
  } catch (error) {
    if (error instanceof CsvError) throw refuse('contacts.not_a_table')
    throw error
  }
}

/**
 * A CSV as it lies about in offices: any of four separators, with or without a mark in front, quoted cells with line
 * breaks in them, blank lines.
 *
 * @throws contacts.too_large · contacts.not_a_table · contacts.no_columns · contacts.too_many
 */
export function readContacts(bytes: Buffer): ContactTable {
  if (bytes.length > MOST_BYTES) throw refuse('contacts.too_large')
  const text = textOf(bytes).replaceAll(/\r\n?/g, '\n')
  const [first, ...rows] = rowsOf(text)
  if (!first || first.cells.length > MOST_COLUMNS) throw refuse('contacts.not_a_table')
  const heads = columnsOf(first.cells.map((cell) => cell.trim()))
  if (!isEnough(heads)) throw refuse('contacts.no_columns')
  if (rows.length > MOST_ROWS) throw refuse('contacts.too_many')
  return { heads, rows }
}
