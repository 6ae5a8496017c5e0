import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate as run } from 'drizzle-orm/node-postgres/migrator'
import pg from 'pg'
import { type Database, sqlState } from './database.ts'
import { grantApplication } from './roles.ts'

/** Any number; the same in every process, so that two starting at once take turns. */
const ADVISORY_LOCK = 7_426_202_611

/** The folder of SQL files, found from source and from the bundle alike. */
function migrationsFolder(): string {
  for (let dir = dirname(fileURLToPath(import.meta.url)); ; dir = dirname(dir)) {
    const candidate = join(dir, 'drizzle')
    if (existsSync(join(candidate, 'meta', '_journal.json'))) return candidate
    if (dirname(dir) === dir) throw new Error('The migrations folder "drizzle" is missing.')
  }
}

/**
 * Brings a database to the newest schema and lets the application's login in. Safe to run from several processes at
 * once. A database that is up to date is left alone, so that a login which may not change it can ask, too.
 *
 * @param ownerUrl whoever owns the tables
 * @param appUrl the application's own login; the same as the owner's where there is only one
 * @throws {TooPowerfulLogin}
 */
export async function migrate(ownerUrl: string, appUrl: string = ownerUrl): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await client.query('SELECT pg_advisory_lock($1)', [ADVISORY_LOCK])
    const db = drizzle({ client })
    if (!(await isReady(db).catch(isMissing)))
      await run(db, { migrationsFolder: migrationsFolder() })
    if (appUrl !== ownerUrl) await grantApplication(client, appUrl)
  } finally {
    await client.end()
  }
}

/** How many migrations this build brings. */
const known = (): number => {
  const journal = readFileSync(join(migrationsFolder(), 'meta', '_journal.json'), 'utf8')
  return (JSON.parse(journal) as { entries: unknown[] }).entries.length
}
let atHead: number | undefined

/** No table of migrations yet. */
function isMissing(error: unknown): false {
  if (['42P01', '3F000'].includes(sqlState(error) ?? '')) return false
  throw error
}

/**
 * The database answers and has every migration of this build. More is fine: the next version may already have
 * migrated while this one still serves.
 */
export async function isReady(db: Database): Promise<boolean> {
  atHead ??= known()
  const { rows } = await db.execute<{ n: number }>(
    sql`select count(*)::int as n from drizzle.__drizzle_migrations`,
  )
  return (rows[0]?.n ?? 0) >= atHead
}
