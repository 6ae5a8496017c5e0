import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SQUEEZE_OUTS } from '@howcanwe/shared/squeeze-outs'
import { describe, expect, it } from 'vitest'
import { checkText } from './squeeze-outs.rules.ts'

const FILE = fileURLToPath(
  new URL('../../../../../../shared/data/council-tenders/uk-council-tenders.csv', import.meta.url),
)

/** Cells of a comma separated file: quoted ones may hold commas, line breaks and doubled quotes. */
function rowsOf(text: string): string[][] {
  const rows: string[][] = [[]]
  for (const [, quoted, bare, end] of text.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\r?\n|$)/g,
  )) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    if (end !== ',') rows.push([])
    if (end === '') break
  }
  return rows.filter((row) => row.length > 1)
}

interface Notice {
  id: string
  text: string
}

/** A notice stands on several rows, one for each class of goods. */
function notices(): Notice[] {
  const [head = [], ...rows] = rowsOf(readFileSync(FILE, 'utf8'))
  const cell = (row: string[], name: string) => row[head.indexOf(name)] ?? ''
  const all = rows.map((row) => ({
    id: cell(row, 'release_id'),
    text: `${cell(row, 'tender_title')}.\n${cell(row, 'tender_description')}`,
  }))
  return [...new Map(all.map((one) => [one.id, one])).values()]
}

/** The figures of docs/squeeze-out-check.md. Seen only where the real notices lie beside the project. */
describe.skipIf(!existsSync(FILE))('522 rows of real council notices in ../shared/data', () => {
  it('are read, and give the counts we have written down', () => {
    const read = notices()
    const found = read.map((one) => ({
      ...one,
      codes: checkText(one.text, 'en').map((f) => f.code),
    }))
    const table = SQUEEZE_OUTS.map((code) => ({
      code,
      notices: found.filter(({ codes }) => codes.includes(code)).length,
    }))
    process.stdout.write(
      `${read.length} notices\n${table.map((t) => `${t.code.padEnd(24)}${t.notices}`).join('\n')}\n`,
    )
    expect(read).toHaveLength(414)
    expect(found.filter(({ codes }) => codes.length > 0)).toHaveLength(39)
    expect(
      Object.fromEntries(table.filter((t) => t.notices > 0).map((t) => [t.code, t.notices])),
    ).toEqual({
      'answer-burden': 9,
      'open-window': 5,
      'named-solution': 10,
      'one-lot': 19,
      'track-record': 2,
    })
  })
})
