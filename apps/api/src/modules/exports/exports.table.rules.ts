/** One cell: a text, a number or nothing. Days and moments are texts in ISO 8601. */
export type Cell = string | number | boolean | null

/** A list as it leaves: the names of its columns in the reader's language, and its rows. */
export interface Table {
  columns: readonly string[]
  rows: readonly (readonly Cell[])[]
}

/**
 * Spreadsheets run a cell that begins with one of these; East Asian wide forms count, and blanks or quotes in front do
 * not hide it.
 */
const FORMULA = /^(?:[\t\r\n]|["\s]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/u

/** The same after what some spreadsheet takes for the end of a cell: a Dutch Excel splits at every semicolon. */
const INSIDE = /([;,\t\n])(?=(?:"|[^\S\t\n])*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu
const INSIDE_SAFE = /([;,\t\n])'(?=(?:"|[^\S\t\n])*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/gu

/**
 * A cell that no spreadsheet runs, wherever it splits the line: an apostrophe makes it text again (OWASP, "CSV
 * injection").
 *
 * @example harmless('=HYPERLINK("http://x")') // "'=HYPERLINK(…"
 * @example harmless('abc;=1+1') // "abc;'=1+1"
 */
export function harmless(text: string): string {
  const inside = text.replace(INSIDE, "$1'")
  return FORMULA.test(text) ? `'${inside}` : inside
}

/** The way back, for a list that comes in again. */
export function asWritten(text: string): string {
  const inside = text.replace(INSIDE_SAFE, '$1')
  return inside.startsWith("'") && FORMULA.test(inside.slice(1)) ? inside.slice(1) : inside
}

/** Control characters but tab and new line, and the two code points XML forbids. */
function isForbidden(char: string): boolean {
  const c = char.codePointAt(0) ?? 0
  if (c === 9 || c === 10) return false
  return c < 32 || c === 127 || c === 0xfffe || c === 0xffff || (c >= 0xd800 && c <= 0xdfff)
}

/** Without what neither XML 1.0 nor a text file may hold: control characters and half characters. */
export const printable = (text: string): string =>
  [...text.replace(/\r\n?/g, '\n')].filter((char) => !isForbidden(char)).join('')

/** Every cell in quotes, so that none ends where another country's separator stands. */
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

const field = (cell: Cell): string => quoted(cell === null ? '' : harmless(printable(String(cell))))

/** So that Excel reads a CSV as UTF-8. */
const MARK = '\uFEFF'

/** The table as CSV: UTF-8, commas, CRLF, all in quotes, doubled inside (RFC 4180), and no cell that a spreadsheet would run. */
export function csvOf({ columns, rows }: Table, { mark }: { mark: boolean }): string {
  const lines = [columns, ...rows].map((row) => `${row.map(field).join(',')}\r\n`)
  return `${mark ? MARK : ''}${lines.join('')}`
}
