import type { Config } from './config.ts'
import type { Database } from './db/database.ts'

/** What a use case may lean on. A plain object; tests hand in their own. */
export interface Deps {
  db: Database
  config: Config
  /** For tokens and display. Deadlines are decided by the database's clock, never by this one. */
  clock: () => Date
  log: { info: Log; warn: Log; error: Log }
}
type Log = (facts: Record<string, unknown>, message: string) => void
