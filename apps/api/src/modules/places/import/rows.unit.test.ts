import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Dialect, escapedTabs, quotedCommas } from './dialects.ts'
import { JsonRows } from './json-rows.ts'
import { LineSplitter, LONGEST_LINE } from './lines.ts'
import { RowReader, type TableRow } from './records.ts'

const bytes = (text: string | Buffer) => (typeof text === 'string' ? Buffer.from(text) : text)

function chunksOf(all: Buffer, size: number): Buffer[] {
  const chunks: Buffer[] = []
  for (let at = 0; at < all.length; at += size) chunks.push(all.subarray(at, at + size))
  return chunks
}

function readText(dialect: Dialect, text: string | Buffer, size = 7): TableRow[] {
  const splitter = new LineSplitter()
  const reader = new RowReader(dialect)
  const lines = chunksOf(bytes(text), size).flatMap((chunk) => splitter.push(chunk))
  return [...[...lines, ...splitter.end()].flatMap((line) => reader.push(line)), ...reader.end()]
}

function readJson(text: string | Buffer, size = 7): TableRow[] {
  const rows = new JsonRows()
  return [...chunksOf(bytes(text), size).flatMap((chunk) => rows.push(chunk)), ...rows.end()]
}

const tsv = (...lines: string[]) => `a\tb\tc\r\n${lines.map((line) => `${line}\r\n`).join('')}`
const told = (rows: TableRow[]) => rows.map((row) => [row.line, row.values ?? row.flaw])

describe('a clerk reads the text form', () => {
  it('takes tab, new line and backslash back out of their escapes', () => {
    const rows = readText(
      escapedTabs,
      tsv('1\tone\\\ttwo\tx', '2\tup\\\ndown\ty', '3\tand\\\\or\tz'),
    )
    expect(told(rows)).toEqual([
      [2, { a: '1', b: 'one\ttwo', c: 'x' }],
      [3, { a: '2', b: 'up\ndown', c: 'y' }],
      [5, { a: '3', b: 'and\\or', c: 'z' }],
    ])
  })

  it('also takes escapes written as letters', () => {
    expect(told(readText(escapedTabs, tsv('1\tone\\ttwo\\nthree\t')))).toEqual([
      [2, { a: '1', b: 'one\ttwo\nthree', c: '' }],
    ])
  })

  it('loses one row to missing and to surplus columns, and no other', () => {
    expect(told(readText(escapedTabs, tsv('1\t2', '1\t2\t3', '1\t2\t3\t4', '5\t6\t7')))).toEqual([
      [2, 'columns'],
      [3, { a: '1', b: '2', c: '3' }],
      [4, 'columns'],
      [5, { a: '5', b: '6', c: '7' }],
    ])
  })

  it('is not led into the next row by a backslash that somebody forgot at the end of one', () => {
    expect(told(readText(escapedTabs, tsv('1\t2\tthree\\', '4\t5\t6')))).toEqual([
      [2, { a: '1', b: '2', c: 'three' }],
      [3, { a: '4', b: '5', c: '6' }],
    ])
  })

  it('reads with and without a byte-order mark, with LF and with CRLF, with and without a last line end', () => {
    const expected = [[2, { a: '1', b: '2', c: '3' }]]
    for (const text of ['a\tb\tc\r\n1\t2\t3\r\n', '\uFEFFa\tb\tc\n1\t2\t3\n', 'a\tb\tc\n1\t2\t3']) {
      expect(told(readText(escapedTabs, text))).toEqual(expected)
    }
  })

  it('drops a NUL byte, reads Latin-1 bytes as what they were, and marks both as repaired', () => {
    const rows = readText(
      escapedTabs,
      Buffer.concat([
        bytes('a\tb\tc\n1\tnu\0l\t3\n1\tcaf'),
        Buffer.from([0xe9]),
        bytes('\t3\n1\té\t3\n'),
      ]),
    )
    expect(rows.map((row) => [row.values?.b, row.repaired])).toEqual([
      ['nul', true],
      ['café', true],
      ['é', false],
    ])
  })

  it('refuses a line that is far too long, keeping only its beginning, and goes on', () => {
    const rows = readText(
      escapedTabs,
      tsv(`1\t${'x'.repeat(LONGEST_LINE + 10)}\t3`, '1\t2\t3'),
      100_000,
    )
    expect(told(rows)).toEqual([
      [2, 'too_long'],
      [3, { a: '1', b: '2', c: '3' }],
    ])
    expect(rows[0]?.text.length).toBeLessThan(1000)
  })

  it('counts blank lines but does not read them', () => {
    expect(told(readText(escapedTabs, 'a\tb\tc\n\n1\t2\t3\n\n'))).toEqual([
      [3, { a: '1', b: '2', c: '3' }],
    ])
  })
})

describe('a clerk reads comma separated values', () => {
  it('takes quotes, doubled quotes, commas and new lines inside quotes', () => {
    expect(told(readText(quotedCommas, 'a,b\n"x, y","say ""hi"""\r\n"two\nlines",\n'))).toEqual([
      [2, { a: 'x, y', b: 'say "hi"' }],
      [3, { a: 'two\nlines', b: '' }],
    ])
  })

  it('loses only the row whose quote was never closed', () => {
    const rows = readText(quotedCommas, 'a,b,c\n1,"open,3\n4,5,6\n7,"eight",9\n')
    expect(told(rows)).toEqual([
      [2, 'unclosed'],
      [3, { a: '4', b: '5', c: '6' }],
      [4, { a: '7', b: 'eight', c: '9' }],
    ])
  })

  it('forgives a single quote mark that means inches', () => {
    expect(told(readText(quotedCommas, 'a,b\npipe 5" wide,1\nnext,2\n'))).toEqual([
      [2, { a: 'pipe 5" wide', b: '1' }],
      [3, { a: 'next', b: '2' }],
    ])
  })
})

describe('a clerk reads the JSON form', () => {
  const row = { organisation_number: 5, linked: 0, gift: true, land: null, name: 'A {b} "c" é' }
  const read = {
    organisation_number: '5',
    linked: '0',
    gift: 'True',
    land: '',
    name: 'A {b} "c" é',
  }

  it('one object a line, with a byte-order mark', () => {
    const text = `\uFEFF[${JSON.stringify(row)}\r\n,${JSON.stringify(row)}\r\n]`
    expect(told(readJson(text))).toEqual([
      [1, read],
      [2, read],
    ])
  })

  it('all on one line, or spread over many', () => {
    expect(told(readJson(JSON.stringify([row, row])))).toEqual([
      [1, read],
      [1, read],
    ])
    expect(readJson(JSON.stringify([row, row], null, 2)).map((r) => r.values)).toEqual([read, read])
  })

  it('loses only the row that is broken, however it is broken', () => {
    const good = '{"a":1}'
    for (const broken of ['{"a":1', '{"a":"x}', '{"a":"x"y"}', '{"a":nope}', '{"a":"x']) {
      const rows = readJson(`[${good}\n,${broken}\n,${good}\n]`)
      expect(rows.filter((r) => r.values)).toHaveLength(2)
      expect(rows.filter((r) => r.flaw).length).toBeGreaterThan(0)
    }
  })

  it('says so when the file breaks off in the middle of a row', () => {
    expect(told(readJson('[{"a":1}\n,{"a":"cut'))).toEqual([
      [1, { a: '1' }],
      [2, 'unclosed'],
    ])
  })

  it('gives up a row that never ends and finds the next', () => {
    const rows = readJson(`[{"a":"${'x'.repeat(LONGEST_LINE + 5)}"}\n,{"a":2}\n]`, 50_000)
    expect(rows.map((r) => r.flaw ?? r.values?.a?.length)).toEqual(['too_long', 1])
  })
})

describe('however the disk cuts the file into pieces', () => {
  const cell = fc.string({ unit: 'grapheme', maxLength: 12 }).map((s) => s.replace(/\p{Cc}/gu, ' '))
  const table = fc.array(fc.tuple(cell, cell, cell), { maxLength: 8 })
  const size = fc.integer({ min: 1, max: 40 })
  const full = (rows: string[][]) => rows.filter((r) => r.some((c) => c.trim() !== ''))

  it('a table written with escapes is read back', () => {
    const escaped = (s: string) => s.replace(/[\\\t\n]/g, (c) => `\\${c}`)
    fc.assert(
      fc.property(table, size, (given, n) => {
        const rows = full(given).map((r) => r.map((c, i) => (i === 1 ? `${c}\t${c}\n\\` : c)))
        const text = ['a\tb\tc', ...rows.map((r) => r.map(escaped).join('\t'))].join('\r\n')
        const read = readText(escapedTabs, text, n).map((r) => Object.values(r.values ?? {}))
        expect(read).toEqual(rows)
      }),
    )
  })

  it('a table written with quotes is read back', () => {
    const quote = (s: string) => `"${s.replaceAll('"', '""')}"`
    fc.assert(
      fc.property(table, size, (given, n) => {
        const rows = given.map((r) => r.map((c, i) => (i === 1 ? `${c}"\n,${c}` : c)))
        const text = ['a,b,c', ...rows.map((r) => r.map(quote).join(','))].join('\n')
        const read = readText(quotedCommas, text, n).map((r) => Object.values(r.values ?? {}))
        expect(read).toEqual(rows)
      }),
    )
  })

  it('a table written as JSON is read back', () => {
    fc.assert(
      fc.property(table, size, (rows, n) => {
        const text = JSON.stringify(rows.map(([a, b, c]) => ({ a, b, c })))
        expect(readJson(text, n).map((r) => Object.values(r.values ?? {}))).toEqual(rows)
      }),
    )
  })
})
