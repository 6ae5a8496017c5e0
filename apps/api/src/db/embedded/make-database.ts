import pg from 'pg'
import { systemCode } from './embedded-error.ts'

/** The application's login, which owns nothing; the first migration makes it (`../roles.ts`). */
const APP = 'howcanwe_app'

/** The database `howcanwe` for the application's own login. */
export const appAddress = (port: number, password: string): string =>
  `postgres://${APP}:${password}@127.0.0.1:${port}/howcanwe`

/** Creates the database `howcanwe` where it is missing and returns its address. */
export async function makeDatabase(port: number, password: string): Promise<string> {
  const url = (database: string) => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`
  const client = new pg.Client({ connectionString: url('postgres') })
  // A server that dies under us is an answer, not a crash.
  client.on('error', () => undefined)
  try {
    await client.connect()
    const found = await client.query("select 1 from pg_database where datname = 'howcanwe'")
    if (found.rowCount === 0) await client.query('create database howcanwe')
  } finally {
    await client.end().catch(() => undefined)
  }
  return url('howcanwe')
}

/** SQLSTATEs and system codes of a server that is on its way out. */
const LEAVING = new Set(['ECONNREFUSED', 'ECONNRESET', '57P01', '57P02', '57P03'])

export function isLeaving(error: unknown): boolean {
  const broke = error instanceof Error && error.message.startsWith('Connection terminated')
  return broke || LEAVING.has(systemCode(error))
}
