import { migrate } from '../db/migrate.ts'
import { words } from './start.words.ts'
import { explain, StartError } from './start-error.ts'

/**
 * Brings the database up to date and ends: what a deployment runs before its servers. DATABASE_OWNER_URL owns the
 * tables; the login in DATABASE_URL is made, or let in, with the rights the application needs.
 */
const { DATABASE_URL: app, DATABASE_OWNER_URL: owner } = process.env
const databaseUrl = owner || app || ''
try {
  if (!databaseUrl) throw new StartError(words.badUrl)
  if (!owner) process.stderr.write(`${words.oneLogin}\n`)
  await migrate(databaseUrl, app || databaseUrl)
} catch (error) {
  process.stderr.write(`${explain(error, { port: 0, databaseUrl })}\n`)
  process.exit(1)
}
