import { decode, LONGEST_LINE } from './lines.ts'
import type { RowFlaw } from './problem.ts'
import type { TableRow } from './records.ts'

const QUOTE = 0x22
const SLASH = 0x5c
const OPEN = 0x7b
const CLOSE = 0x7d
const LF = 0x0a

function plain(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value === true) return 'True'
  if (value === false) return 'False'
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

function rowOf(bytes: Buffer, line: number): TableRow {
  const { text, repaired } = decode(bytes)
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null) return flawed(text, line, 'not_json')
    const values: Record<string, string> = {}
    for (const [name, value] of Object.entries(parsed)) values[name] = plain(value)
    return { line, values, repaired, text }
  } catch {
    return flawed(text, line, 'not_json')
  }
}

function flawed(text: string, line: number, flaw: RowFlaw): TableRow {
  return { line, values: null, flaw, repaired: false, text }
}

/**
 * Finds the objects of one top-level array in chunks of bytes, however they are laid out. Rows are flat, so an
 * opening brace inside an object, or a line that ends inside a string, is a broken row: it is given up and the
 * next opening brace begins a new one. Values come as the text form writes them (`True`, '', digits).
 */
export class JsonRows {
  private parts: Buffer[] = []
  private size = 0
  private inside = false
  private inString = false
  private escaped = false
  private line = 1
  private begun = 1

  push(chunk: Buffer): TableRow[] {
    const rows: TableRow[] = []
    let from = this.inside ? 0 : -1
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at]
      if (byte === LF) {
        if (this.inString) {
          rows.push(this.giveUp(chunk.subarray(Math.max(from, 0), at), 'not_json'))
          from = -1
        }
        this.line += 1
      } else if (this.inString) this.inText(byte)
      else if (byte === QUOTE) this.inString = this.inside
      else if (byte === OPEN) {
        if (this.inside) rows.push(this.giveUp(chunk.subarray(from, at), 'not_json'))
        this.begin()
        from = at
      } else if (byte === CLOSE && this.inside) {
        rows.push(this.finish(chunk.subarray(from, at + 1)))
        from = -1
      }
    }
    if (this.inside) rows.push(...this.carry(chunk.subarray(Math.max(from, 0))))
    return rows
  }

  end(): TableRow[] {
    return this.inside ? [this.giveUp(Buffer.alloc(0), 'unclosed')] : []
  }

  private inText(byte: number | undefined): void {
    if (this.escaped) this.escaped = false
    else if (byte === SLASH) this.escaped = true
    else if (byte === QUOTE) this.inString = false
  }

  private begin(): void {
    this.inside = true
    this.begun = this.line
  }

  private reset(): void {
    this.parts = []
    this.size = 0
    this.inside = false
    this.inString = false
    this.escaped = false
  }

  private finish(last: Buffer): TableRow {
    if (this.size + last.length > LONGEST_LINE) return this.giveUp(last, 'too_long')
    const bytes = this.parts.length === 0 ? last : Buffer.concat([...this.parts, last])
    this.reset()
    return rowOf(bytes, this.begun)
  }

  private giveUp(last: Buffer, flaw: RowFlaw): TableRow {
    const bytes = Buffer.concat([...this.parts, last]).subarray(0, 2000)
    this.reset()
    return flawed(decode(bytes).text, this.begun, flaw)
  }

  private carry(part: Buffer): TableRow[] {
    this.parts.push(part)
    this.size += part.length
    return this.size > LONGEST_LINE ? [this.giveUp(Buffer.alloc(0), 'too_long')] : []
  }
}
