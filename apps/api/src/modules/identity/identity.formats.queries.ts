import type { Format } from '@howcanwe/shared/formats'
import { and, eq, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from './identity.table.ts'

/** How people like to read and follow, by the address they have proven theirs; who chose nothing is not in it. */
export async function formatsUnder(
  db: Database,
  emails: readonly string[],
): Promise<Map<string, Format[]>> {
  if (emails.length === 0) return new Map()
  const rows = await db
    .select({ email: people.email, formats: people.formats })
    .from(people)
    .where(
      and(
        inArray(people.email, [...emails]),
        isNull(people.erasedAt),
        sql`cardinality(${people.formats}) > 0`,
      ),
    )
  return new Map(rows.flatMap(({ email, formats }) => (email ? [[email, formats]] : [])))
}

export const putFormats = (tx: Database, id: string, formats: Format[]) =>
  tx
    .update(people)
    .set({ formats, version: sql`${people.version} + 1` })
    .where(eq(people.id, id))

/** Forgets how somebody likes to read and follow. */
export const dropFormats = async (tx: Database, id: string): Promise<void> => {
  await tx
    .update(people)
    .set({ formats: [], version: sql`${people.version} + 1` })
    .where(and(eq(people.id, id), sql`cardinality(${people.formats}) > 0`))
}
