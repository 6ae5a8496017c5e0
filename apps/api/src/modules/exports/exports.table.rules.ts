/** One cell: a text, a number or nothing. Days and moments are texts in ISO 8601. */
export type Cell = string | number | boolean | null

/** A list as it leaves: the names of its columns in the reader's language, and its rows. */
export interface Table {
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}

/** Spreadsheets run a cell that begins with one of these; East Asian wide forms count, and blanks in front do not hide it. */
const FORMULA = /^(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u

/**
 * A cell that no spreadsheet runs: an apostrophe makes it text again (OWASP, "CSV injection").
 *
 * @example harmless('=HYPERLINK("http://x")') // "'=HYPERLINK(…"
 */
export const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The way back, for a list that comes in again. */
export const asWritten = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text

/** Control characters but tab and new line, and the two code points XML forbids. */
function isForbidden(char: string): boolean {
  const c = char.codePointAt(0) ?? 0
  if (c === 9 || c === 10) return false
  return c < 32 || c === 127 || c === 0xfffe || c === 0xffff || (c >= 0xd800 && c <= 0xdfff)
}

/** Without what neither XML 1.0 nor a text file may hold: control characters and half characters. */
export const printable = (text: string): string =>
  [...text.replace(/\r\n?/g, '\n')].filter((char) => !isForbidden(char)).join('')

const quoted = (text: string): string =>
  /[",;\t\n\r]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text

const field = (cell: Cell): string =>
  cell === null ? '' : quoted(harmless(printable(String(cell))))

/** So that Excel reads a CSV as UTF-8. */
const MARK = '\uFEFF'

/** The table as CSV: UTF-8, commas, CRLF, quotes doubled (RFC 4180), and no cell that a spreadsheet would run. */
export function csvOf({ columns, rows }: Table, { mark }: { mark: boolean }): string {
  const lines = [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`)
  return `${mark ? MARK : ''}${lines.join('')}`
}
