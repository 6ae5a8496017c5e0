import type { ExtractTablesWithRelations } from 'drizzle-orm'
import { drizzle, type NodePgQueryResultHKT } from 'drizzle-orm/node-postgres'
import type { PgDatabase } from 'drizzle-orm/pg-core'
import pg from 'pg'

type NoSchema = Record<string, never>

/** A pool or a transaction: a query never cares which. */
export type Database = PgDatabase<
  NodePgQueryResultHKT,
  NoSchema,
  ExtractTablesWithRelations<NoSchema>
>

export interface OpenOptions {
  url: string
  /** Connections at most. */
  max: number
  /** Milliseconds one statement may take. */
  statementTimeout?: number
  /** Milliseconds a transaction may wait for its own process; more where it waits for another server. */
  idleInTransaction?: number
  onError?: (error: Error) => void
}

/**
 * A pool with limits that fail instead of waiting for ever (`trust.md` §0.1 item 11): 2 s for a connection, 2 s for
 * a lock, 5 s a statement, 10 s idle in a transaction. A backend that dies is an event, not a crash.
 */
export function openDatabase(options: OpenOptions) {
  const pool = new pg.Pool({
    connectionString: options.url,
    max: options.max,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: options.statementTimeout ?? 5_000,
    lock_timeout: 2_000,
    idle_in_transaction_session_timeout: options.idleInTransaction ?? 10_000,
    application_name: 'howcanwe',
  })
  pool.on('error', (error) => options.onError?.(error))
  pool.on('connect', (client) => client.on('error', (error) => options.onError?.(error)))
  const db: Database = drizzle({ client: pool })
  return { db, pool, close: () => pool.end() }
}

/**
 * Asks for each thing, one after the other, in their order. Within a transaction there is one connection, and it takes
 * one question at a time.
 */
export async function inTurn<T, R>(
  things: readonly T[],
  ask: (thing: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = []
  for (const thing of things) answers.push(await ask(thing))
  return answers
}

const RETRIED = new Set(['40001', '40P01'])

/** The SQLSTATE of an error, also when the query builder has wrapped it. */
export function sqlState(error: unknown): string | undefined {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    const { code } = e as { code?: unknown }
    if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code
  }
  return undefined
}

/** The name of the constraint an error speaks of. */
export function constraintOf(error: unknown): string | undefined {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    const { constraint } = e as { constraint?: unknown }
    if (typeof constraint === 'string') return constraint
  }
  return undefined
}

/** What the driver says in words alone, and only in the first line of an error that may lie within another. */
const CUT_OFF =
  /^(timeout exceeded when trying to connect|timeout expired|Connection terminated|Query read timeout|Client (has encountered|was closed)|Cannot use a pool after)/
const UNREACHED = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT'])

/** Whether the database let nobody in, or hung up: too many ask at once, it restarts, it is away. */
export function isCutOff(error: unknown): boolean {
  for (let e = error, depth = 0; e instanceof Error && depth < 5; e = e.cause, depth++) {
    const { code } = e as { code?: unknown }
    if (CUT_OFF.test(e.message) || (typeof code === 'string' && UNREACHED.has(code))) return true
  }
  return false
}

/** One transaction; a deadlock or serialisation failure is tried again, three times in all. */
export async function inTransaction<T>(
  db: Database,
  work: (tx: Database) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction(work)
    } catch (error) {
      if (attempt >= 3 || !RETRIED.has(sqlState(error) ?? '')) throw error
    }
  }
}
