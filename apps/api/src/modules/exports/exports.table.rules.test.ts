import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import readXlsx from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { asWritten, type Cell, csvOf, harmless, printable } from './exports.table.rules.ts'
import { xlsxOf } from './exports.xlsx.ts'

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .tuple(
      fc.constantFrom(
        '=',
        '+',
        '-',
        '@',
        '\t',
        '\r',
        '\n',
        '＝',
        '＋',
        '－',
        '＠',
        ' =',
        "'=",
        '"',
        ',',
      ),
      fc.string({ maxLength: 20 }),
    )
    .map(([sign, rest]) => sign + rest),
  fc
    .array(fc.constantFrom('abc', ';', ',', '\t', '\n', '=1+1', '-2', '＝3', '@x', '"', "'", ' '), {
      maxLength: 8,
    })
    .map((bits) => bits.join('')),
)
const cell: fc.Arbitrary<Cell> = fc.oneof(hostile, fc.integer(), fc.boolean(), fc.constant(null))
const table = fc.integer({ min: 1, max: 6 }).chain((width) =>
  fc.record({
    columns: fc.array(hostile, { minLength: width, maxLength: width }),
    rows: fc.array(fc.array(cell, { minLength: width, maxLength: width }), { maxLength: 8 }),
  }),
)
const read = (csv: string): string[][] => parse(csv, { bom: true, relax_column_count: true })
const said = (of: Cell): string => (of === null ? '' : printable(String(of)))

describe('a list as CSV', () => {
  it('comes back cell by cell as it was, whatever people typed', () => {
    fc.assert(
      fc.property(table, fc.boolean(), ({ columns, rows }, mark) => {
        const back = read(csvOf({ columns, rows }, { mark }))
        expect(back.map((row) => row.map(asWritten))).toEqual(
          [columns, ...rows].map((row) => row.map((of) => asWritten(said(of)))),
        )
      }),
    )
  })

  it('has no cell that a spreadsheet would run', () => {
    fc.assert(
      fc.property(table, (given) => {
        for (const row of read(csvOf(given, { mark: false })))
          for (const one of row) expect(one).not.toMatch(/^[\s]*[=+\-@＝＋－＠]|^[\t\r\n]/u)
      }),
    )
  })

  it('has no cell that a spreadsheet would run where it splits at semicolons, commas or tabs, quoted or not', () => {
    fc.assert(
      fc.property(table, (given) => {
        for (const one of csvOf(given, { mark: false }).split(/[;,\t\r\n]/))
          expect(one).not.toMatch(/^["\s]*[=+\-@＝＋－＠]/u)
      }),
    )
  })

  it.each([
    ['=HYPERLINK("http://x","y")', '\'=HYPERLINK("http://x","y")'],
    ['+44 20 7946 0000', "'+44 20 7946 0000"],
    ['－1', "'－1"],
    ['  @home', "'  @home"],
    ['abc;=1+1', "abc;'=1+1"],
    ['abc; "＝1"', 'abc;\' "＝1"'],
    ['one\n- two;three', "one\n'- two;three"],
    [' \n=1', "' \n'=1"],
    ['St Anne’s', 'St Anne’s'],
    ['A - B', 'A - B'],
  ])('%s leaves as %s', (typed, left) => {
    expect(harmless(typed)).toBe(left)
    expect(asWritten(left)).toBe(typed)
  })

  it('ends lines with CRLF, doubles quotes and marks itself for Excel only when asked', () => {
    const one = { columns: ['Name', 'Says'], rows: [['Bee', 'a "b"\nc'] as Cell[]] }
    expect(csvOf(one, { mark: false })).toBe('"Name","Says"\r\n"Bee","a ""b""\nc"\r\n')
    expect(csvOf(one, { mark: true }).codePointAt(0)).toBe(0xfeff)
  })
})

describe('a list as Excel', () => {
  it('opened by another reader says the same, and nothing in it is a formula', async () => {
    const rows: Cell[][] = [
      ['=1+1', 12, true, null],
      ['Café “De Punt” & <co>', -3.5, false, '@x'],
      ['two\nlines', 0, true, '＝2'],
    ]
    const file = await xlsxOf({ columns: ['Name', 'Hours', 'Yes', 'Note'], rows }, 'who/fits: [1]')
    const [sheet] = await readXlsx(file)
    expect(sheet?.sheet).toBe('who fits   1 ')
    expect(sheet?.data).toEqual([['Name', 'Hours', 'Yes', 'Note'], ...rows])
  })

  it.each(['valueOf', 'constructor', '__proto__', 'toString'])(
    'a group that is called %s breaks no file',
    async (name) => {
      const [sheet] = await readXlsx(await xlsxOf({ columns: ['Name'], rows: [[name]] }, 'list'))
      expect(String(sheet?.data[1]?.[0]).trim()).toBe(name)
    },
  )

  it('whatever people typed, it opens', async () => {
    await fc.assert(
      fc.asyncProperty(table, async (given) => {
        const [sheet] = await readXlsx(await xlsxOf(given, 'list'))
        expect(sheet?.sheet).toBe('list')
      }),
      { numRuns: 30 },
    )
  })
})
