import { type SQL, sql } from 'drizzle-orm'
import type { Database } from '../db/database.ts'

/** Forgets what is older than so many days. @returns how many rows it met */
export type Forget = (db: Database, days: number) => Promise<number>

/** So many days ago, by the database's clock. */
export const ago = (days: number): SQL => sql`clock_timestamp() - ${days}::int * interval '1 day'`
