import { desc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { matchWeights } from './weights.table.ts'

/** Every change a place made to its weights, the newest first. */
export const changesOfWeights = (db: Database, placeId: string) =>
  db
    .select()
    .from(matchWeights)
    .where(eq(matchWeights.placeId, placeId))
    .orderBy(desc(matchWeights.number))

export async function putWeights(
  tx: Database,
  change: Omit<typeof matchWeights.$inferInsert, 'id' | 'since'>,
): Promise<void> {
  await tx.insert(matchWeights).values(change)
}
