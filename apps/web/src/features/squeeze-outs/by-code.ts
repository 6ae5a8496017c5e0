import type { Severity, SqueezeOut, SqueezeOutFinding } from '@howcanwe/shared/squeeze-outs'

/** One of the twelve with everywhere it was found. */
export interface Found {
  code: SqueezeOut
  /** The gravest of its places. */
  severity: Severity
  quotes: string[]
  source: SqueezeOutFinding['source']
}

/** Findings of one code put together, in the order they came, each sentence once. */
export function byCode(findings: readonly SqueezeOutFinding[]): Found[] {
  const found = new Map<SqueezeOut, Found>()
  for (const { code, severity, quote, source } of findings) {
    const before = found.get(code) ?? { code, severity, quotes: [], source }
    if (severity === 'red') before.severity = 'red'
    if (quote !== null && !before.quotes.includes(quote)) before.quotes.push(quote)
    found.set(code, before)
  }
  return [...found.values()]
}
