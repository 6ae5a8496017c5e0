import type { Format } from '@howcanwe/shared/formats'
import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from './identity.table.ts'

/** Keeps the list as it is agreed to now. */
export const putFormats = (tx: Database, id: string, formats: Format[]) =>
  tx
    .update(people)
    .set({ formats, formatsAt: sql`clock_timestamp()`, version: sql`${people.version} + 1` })
    .where(eq(people.id, id))

/** Forgets how somebody likes to read and follow. */
export const dropFormats = async (tx: Database, id: string): Promise<void> => {
  await tx
    .update(people)
    .set({ formats: [], formatsAt: null, version: sql`${people.version} + 1` })
    .where(and(eq(people.id, id), sql`cardinality(${people.formats}) > 0`))
}
