import type { Config } from './config.ts'
import { sqlState } from './db/database.ts'
import type { Deps } from './deps.ts'

const LEVELS = { info: 30, warn: 40, error: 50 } as const
const SILENT_BELOW: Record<string, number> = { warn: 40, error: 50, fatal: 60, silent: 70 }

/** The worker's own log: a line of JSON each, as the API writes them. */
export function logOf({ logLevel }: Config): Deps['log'] {
  const at = (level: keyof typeof LEVELS) => (facts: Record<string, unknown>, msg: string) => {
    if (LEVELS[level] < (SILENT_BELOW[logLevel] ?? 0)) return
    const line = { level: LEVELS[level], time: Date.now(), ...facts, msg }
    process.stdout.write(`${JSON.stringify(line)}\n`)
  }
  return { info: at('info'), warn: at('warn'), error: at('error') }
}

/** What went wrong, without the message: that may hold an address. */
export const failureTo =
  (log: Deps['log']) =>
  (error: unknown): void => {
    const err = { name: error instanceof Error ? error.name : 'unknown', sqlState: sqlState(error) }
    log.error({ err }, 'a step of the worker failed')
  }
