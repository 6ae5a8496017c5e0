import { createReadStream, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { themesOfTags } from '../apps/api/src/modules/register/register.themes.ts'
import { THEMES } from '../packages/shared/src/places/index.ts'

/** How real charities are distributed; numbers only. */
export interface Fitted {
  /** Of the logarithm of yearly income in pounds, quantiles in hundredths. */
  income: readonly number[]
  /** Words of an activities text, quantiles in hundredths. */
  words: readonly number[]
  /** Different words, and how steeply they fall in frequency (rank 10 to 3,000). */
  vocabulary: number
  slope: number
  /** Sets of themes, as often as they come together. */
  themes: readonly (readonly string[])[]
  /** From the file, or the figures below. */
  source: string
}

/**
 * Measured once on the classified sample of UK charities (UK Charity Activity Tags, CC BY 4.0, 3,120 rows), for whoever
 * has no copy of it: deciles of income and of words a text.
 */
const FIGURES: Fitted = {
  income: [
    0, 600, 2_000, 5_000, 11_000, 30_000, 101_000, 180_000, 400_000, 1_300_000, 60_000_000,
  ].map((p) => Math.log(p + 1)),
  words: [1, 7, 11, 15, 19, 24, 30, 37, 46, 60, 240],
  vocabulary: 9_000,
  slope: 1.0,
  themes: THEMES.flatMap((t, i) => [[t], [t, THEMES[(i * 7 + 3) % THEMES.length] as string]]),
  source: 'figures in the script',
}

const quantiles = (numbers: number[]): number[] => {
  const sorted = numbers.toSorted((a, b) => a - b)
  return Array.from(
    { length: 101 },
    (_, i) => sorted[Math.min(sorted.length - 1, Math.floor((i * sorted.length) / 100))] ?? 0,
  )
}

export const tokensOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []

/** The steepness of the line through log(rank), log(count), ranks 10 to 3,000. */
export function slopeOf(counts: readonly number[]): number {
  const points = counts
    .toSorted((a, b) => b - a)
    .slice(9, 3_000)
    .map((count, i) => [Math.log(i + 10), Math.log(count)] as const)
  const mean = (at: 0 | 1) => points.reduce((sum, p) => sum + p[at], 0) / points.length
  const [x, y] = [mean(0), mean(1)]
  const above = points.reduce((sum, p) => sum + (p[0] - x) * (p[1] - y), 0)
  return -above / points.reduce((sum, p) => sum + (p[0] - x) ** 2, 0)
}

type Row = { income: string; activities: string; UKCAT: string }

/** Reads the distributions of a file of classified charities; without it, figures measured before. */
export async function fitTo(path: string): Promise<Fitted> {
  if (!existsSync(path)) return FIGURES
  const load = createRequire(new URL('../apps/api/package.json', import.meta.url))
  const { parse } = load('csv-parse') as {
    parse: (options: { columns: true }) => NodeJS.WritableStream & AsyncIterable<Row>
  }
  const rows: Row[] = []
  for await (const row of createReadStream(path).pipe(parse({ columns: true }))) rows.push(row)
  const counts = new Map<string, number>()
  for (const { activities } of rows)
    for (const word of tokensOf(activities)) counts.set(word, (counts.get(word) ?? 0) + 1)
  return {
    income: quantiles(
      rows.filter((r) => r.income !== '').map((r) => Math.log(Number(r.income) + 1)),
    ),
    words: quantiles(rows.map((r) => tokensOf(r.activities).length).filter((n) => n > 0)),
    vocabulary: counts.size,
    slope: slopeOf([...counts.values()]),
    themes: rows
      .map((r) => themesOfTags(r.UKCAT.split(';')))
      .filter((t) => t.length > 0)
      .map((t) => t.slice(0, 8)),
    source: `${rows.length} classified charities`,
  }
}

/** The largest distance between two distributions (Kolmogorov–Smirnov), 0 to 1. */
export function distance(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [one.toSorted((x, y) => x - y), other.toSorted((x, y) => x - y)]
  let [i, j, most] = [0, 0, 0]
  while (i < a.length && j < b.length) {
    const at = Math.min(a[i] ?? 0, b[j] ?? 0)
    while (i < a.length && (a[i] ?? 0) <= at) i++
    while (j < b.length && (b[j] ?? 0) <= at) j++
    most = Math.max(most, Math.abs(i / a.length - j / b.length))
  }
  return most
}
