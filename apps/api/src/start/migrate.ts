import { migrate } from '../db/migrate.ts'
import { words } from './start.words.ts'
import { explain, StartError } from './start-error.ts'

/** Brings the database in DATABASE_URL up to date and ends: what a deployment runs before its servers. */
const databaseUrl = process.env.DATABASE_URL ?? ''
try {
  if (!databaseUrl) throw new StartError(words.badUrl)
  await migrate(databaseUrl)
} catch (error) {
  process.stderr.write(`${explain(error, { port: 0, databaseUrl })}\n`)
  process.exit(1)
}
