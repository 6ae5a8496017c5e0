import type { Dialect } from './dialects.ts'
import type { Line } from './lines.ts'
import type { RowFlaw } from './problem.ts'

/** A field that runs over more lines than this was never closed. */
const MOST_LINES = 200
const LONGEST_RECORD = 1024 * 1024

export interface TableRow {
  /** The first physical line of the row. */
  readonly line: number
  /** By column name, or null when the row has a flaw. */
  readonly values: Readonly<Record<string, string>> | null
  readonly flaw?: RowFlaw
  readonly repaired: boolean
  /** As it stood in the file; for the file of refused rows. */
  readonly text: string
}

/**
 * Joins physical lines to rows by the dialect's own rule, and finds back after a row that breaks it: when a row
 * never closes, or closes with the wrong number of fields, only its first line is given up and the others are
 * read again on their own.
 */
export class RowReader {
  private readonly dialect: Dialect
  private columns: string[] | null = null
  private held: Line[] = []
  private size = 0
  private open = false

  constructor(dialect: Dialect) {
    this.dialect = dialect
  }

  push(line: Line): TableRow[] {
    if (line.tooLong) return [...this.end(), flawed([line], 'too_long')]
    if (this.held.length === 0 && line.text.trim() === '') return []
    this.held.push(line)
    this.size += line.text.length
    this.open = this.dialect.open(line.text, this.open)
    const tooMuch = this.held.length > MOST_LINES || this.size > LONGEST_RECORD
    if (this.open && !tooMuch) return []
    return this.close()
  }

  /** The file has ended: whatever is still open is settled. */
  end(): TableRow[] {
    const rows: TableRow[] = []
    while (this.held.length > 0) rows.push(...this.close())
    return rows
  }

  private close(): TableRow[] {
    const { held: lines, open } = this
    this.held = []
    this.size = 0
    this.open = false
    const [first, ...rest] = lines
    if (!first) return []
    if (!this.columns) {
      this.columns = this.dialect.split(textOf(lines)).map((name) => name.trim())
      return []
    }
    const whole = open ? null : this.read(lines, this.columns)
    if (whole && (!whole.flaw || rest.length === 0)) return [whole]
    return [this.read([first], this.columns), ...rest.flatMap((line) => this.push(line))]
  }

  private read(lines: Line[], columns: string[]): TableRow {
    const text = textOf(lines)
    const fields = this.dialect.split(text)
    if (fields.length !== columns.length) {
      return flawed(lines, this.dialect.open(text, false) ? 'unclosed' : 'columns')
    }
    const values: Record<string, string> = {}
    for (const [i, name] of columns.entries()) values[name] = fields[i] ?? ''
    return { line: lines[0]?.no ?? 0, values, repaired: lines.some((l) => l.repaired), text }
  }
}

function textOf(lines: Line[]): string {
  return lines.length === 1 ? (lines[0]?.text ?? '') : lines.map((line) => line.text).join('\n')
}

function flawed(lines: Line[], flaw: RowFlaw): TableRow {
  const text = textOf(lines)
  return { line: lines[0]?.no ?? 0, values: null, flaw, repaired: false, text }
}
