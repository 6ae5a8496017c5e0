import type { ServicesReport } from './import-services.ts'
import { servicesWords as words } from './services.words.ts'

const shown = (n: number) => n.toLocaleString('en-GB')
const COUNTS = ['read', 'kept', 'fresh', 'changed', 'matched', 'doubtful', 'refused'] as const

/** One file's figures as lines for an operator: what was read, kept, matched, doubtful and refused, and why. */
export function serviceLines(report: ServicesReport): string[] {
  if (!report.known) return [words.noServices(report.file)]
  return [
    report.file,
    ...COUNTS.map((count) => `  ${words.counts[count]}: ${shown(report[count])}`),
    ...[...report.byFlaw].map(([flaw, n]) => `  Refused, ${words.flaws[flaw]}: ${shown(n)}`),
    ...[...report.byDoubt].map(([doubt, n]) => `  Doubtful, ${words.doubts[doubt]}: ${shown(n)}`),
  ]
}
