import writeXlsx from 'write-excel-file/node'
import { type Cell, printable, type Table } from './exports.table.rules.ts'

/** What one cell of Excel holds at most. */
const LONGEST = 32_767
const WIDEST = 60

/**
 * The writer looks texts up in a plain object, so a cell that says 'valueOf' would be taken for the object's own and
 * break the file: a blank behind it keeps them apart.
 */
const ownName = (value: string): string => (value in {} ? `${value} ` : value)

const text = (value: string) => ({
  value: ownName(value.slice(0, LONGEST)),
  type: String,
  wrap: true,
})

function cell(of: Cell) {
  if (of === null || of === '') return null
  if (typeof of === 'number') return { value: of, type: Number }
  if (typeof of === 'boolean') return { value: of, type: Boolean }
  // Typed as text, so that '=1+1' stays what somebody wrote.
  return text(printable(of))
}

const lengthOf = (of: Cell | undefined): number => String(of ?? '').length

function widths({ columns, rows }: Table) {
  return columns.map((name, i) => {
    const longest = rows.reduce((most, row) => Math.max(most, lengthOf(row[i])), name.length)
    return { width: Math.min(longest + 2, WIDEST) }
  })
}

/**
 * The table as an Excel workbook of one sheet. Every cell is typed, so no text becomes a formula.
 *
 * @param sheet its name; what Excel forbids in one is left out
 */
export async function xlsxOf(table: Table, sheet: string): Promise<Buffer> {
  const head = table.columns.map((name) => ({
    ...text(printable(name)),
    fontWeight: 'bold' as const,
  }))
  const rows = table.rows.map((row) => row.map(cell))
  return writeXlsx([head, ...rows], {
    sheet: sheet.replace(/[\\/?*[\]:]/g, ' ').slice(0, 31),
    columns: widths(table),
    stickyRowsCount: 1,
  }).toBuffer()
}
