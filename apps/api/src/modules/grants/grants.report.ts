import { grantsWords as words } from './grants.words.ts'
import type { GrantsReport } from './import-grants.ts'

const shown = (n: number) => n.toLocaleString('en-GB')
const COUNTS = [
  'read',
  'kept',
  'fresh',
  'changed',
  'matched',
  'doubtful',
  'people',
  'refused',
] as const

/** One file's figures as lines for an operator: what was read, kept, matched, doubtful and refused, and why. */
export function grantLines(report: GrantsReport): string[] {
  if (!report.known) return [words.noGrants(report.file)]
  return [
    report.file,
    ...COUNTS.map((count) => `  ${words.counts[count]}: ${shown(report[count])}`),
    ...[...report.byFlaw].map(([flaw, n]) => `  Refused, ${words.flaws[flaw]}: ${shown(n)}`),
    ...[...report.byDoubt].map(([doubt, n]) => `  Doubtful, ${words.doubts[doubt]}: ${shown(n)}`),
  ]
}
