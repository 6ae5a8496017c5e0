import { and, eq, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { capacityProfiles } from '../organisations.table.ts'

export type CapacityRow = typeof capacityProfiles.$inferSelect

export const capacityOf = async (
  db: Database,
  organisationId: string,
): Promise<CapacityRow | undefined> =>
  (
    await db
      .select()
      .from(capacityProfiles)
      .where(eq(capacityProfiles.organisationId, organisationId))
  )[0]

/** @returns undefined when the row has moved on from this version */
export const changeCapacityRow = async (
  tx: Database,
  seen: { organisationId: string; version: number },
  said: Omit<
    typeof capacityProfiles.$inferInsert,
    'organisationId' | 'placeId' | 'version' | 'confirmedAt'
  >,
): Promise<CapacityRow | undefined> =>
  (
    await tx
      .update(capacityProfiles)
      .set({ ...said, version: seen.version + 1, confirmedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(capacityProfiles.organisationId, seen.organisationId),
          eq(capacityProfiles.version, seen.version),
        ),
      )
      .returning()
  )[0]
