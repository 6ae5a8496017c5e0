import type { Counts } from './counts.ts'
import { reportWords as words } from './import.words.ts'
import { type Refusals, reasonOf } from './refusals.ts'

const LABELS = Object.entries(words.labels) as [keyof Counts, string][]

const ALWAYS: readonly (keyof Counts)[] = ['read', 'fresh', 'changed', 'unchanged', 'refused']

/** The counts of one file as lines; of those not in `always`, only what happened. */
export function countLines(counts: Counts, always = ALWAYS): string[] {
  return LABELS.filter(([key]) => counts[key] > 0 || always.includes(key)).map(
    ([key, label]) => `  ${label}: ${counts[key].toLocaleString('en-GB')}`,
  )
}

/** The first refused rows with line numbers and reasons, and where all of them are. */
export function refusalLines(refusals: Refusals, path: string | null): string[] {
  if (!path) return []
  const more = refusals.total - refusals.first.length
  return [
    ...refusals.first.map((refusal) => words.line(refusal.file, refusal.line, reasonOf(refusal))),
    ...(more > 0 ? [words.more(more)] : []),
    words.written(path),
  ]
}

/** Wall time since `began` (ms) and this process's highest resident memory so far. */
export function measuredLine(began: number, now: number, maxRssKilobytes: number): string {
  return words.measured((now - began) / 1000, maxRssKilobytes / 1024)
}
