import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { NUDGE_DAYS, STALE_DAYS } from '../organisations.rules.ts'
import { capacityProfiles, organisations } from '../organisations.table.ts'

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

const inAQuarter = sql`clock_timestamp() + ${NUDGE_DAYS}::int * interval '1 day'`

/** For a new profile: the first question comes after a quarter, also where nothing was said yet. */
export const firstNudge = { nudgeDueAt: inAQuarter }

/** Said now, by the database's clock: the next question is a quarter away, and nobody has been asked since. */
const saidNow = { confirmedAt: sql`clock_timestamp()`, nudgeDueAt: inAQuarter, nudges: 0 }

/**
 * Says it anew, or says with nothing in `said` that it is still so.
 *
 * @returns undefined when the row has moved on from this version
 */
export const changeCapacityRow = async (
  tx: Database,
  seen: { organisationId: string; version: number },
  said: Omit<
    typeof capacityProfiles.$inferInsert,
    'organisationId' | 'placeId' | 'version' | keyof typeof saidNow
  >,
): Promise<CapacityRow | undefined> =>
  (
    await tx
      .update(capacityProfiles)
      .set({ ...said, ...saidNow, version: seen.version + 1 })
      .where(
        and(
          eq(capacityProfiles.organisationId, seen.organisationId),
          eq(capacityProfiles.version, seen.version),
        ),
      )
      .returning()
  )[0]

/** When an organisation last said something; registering and being checked count as saying so (§2.3). */
const lastSaid = sql`greatest(${organisations.declaredAt}, ${organisations.checkedAt}, ${capacityProfiles.confirmedAt})`
const isQuiet = sql`${lastSaid} < clock_timestamp() - ${STALE_DAYS}::int * interval '1 day'`

/**
 * Since when an organisation has said nothing, where that is 180 days or more (§2.3); null where it is not. For queries
 * that join its profile.
 */
export const quietSince = sql`case when ${isQuiet} then ${lastSaid} end`.mapWith(
  (at: string | Date | null) => (at === null ? null : new Date(at)),
)

/** Which of these have said nothing for 180 days, by the database's clock; registering counts as saying so (§2.3). */
export async function staleAmong(db: Database, ids: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .select({ id: organisations.id })
    .from(organisations)
    .leftJoin(capacityProfiles, eq(capacityProfiles.organisationId, organisations.id))
    .where(and(inArray(organisations.id, [...ids]), isQuiet))
  return new Set(rows.map((row) => row.id))
}

/** One profile whose quarter is over, locked for this transaction; others take other ones. */
export const dueNudge = async (tx: Database): Promise<CapacityRow | undefined> =>
  (
    await tx
      .select({ profile: capacityProfiles })
      .from(capacityProfiles)
      .innerJoin(organisations, eq(organisations.id, capacityProfiles.organisationId))
      .where(
        and(
          inArray(organisations.state, ['listed', 'checked']),
          sql`${capacityProfiles.nudgeDueAt} <= clock_timestamp()`,
        ),
      )
      .orderBy(capacityProfiles.nudgeDueAt)
      .limit(1)
      .for('update', { of: capacityProfiles, skipLocked: true })
  )[0]?.profile

/** Marks it asked. The version stays: a question changes nothing that somebody may have on their screen. */
export const markNudged = (tx: Database, organisationId: string, again: boolean) =>
  tx
    .update(capacityProfiles)
    .set({
      nudges: sql`${capacityProfiles.nudges} + 1`,
      nudgeDueAt: again ? inAQuarter : null,
    })
    .where(eq(capacityProfiles.organisationId, organisationId))
