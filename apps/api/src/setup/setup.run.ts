import type { Database } from '../db/database.ts'
import type { Step } from './setup.report.ts'
import type { SetupFile } from './setup.schemas.ts'

/** One run: the transaction it writes in, what it found to say, and what was asked of it. */
export interface Run {
  tx: Database
  file: SetupFile
  endMissing: boolean
  say(what: Step['what'], about: string, more?: string): void
}
