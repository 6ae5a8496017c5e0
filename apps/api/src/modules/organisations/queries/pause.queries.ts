import { and, asc, eq, inArray, lte, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { organisations } from '../organisations.table.ts'
import type { OrganisationRow } from './front-door.queries.ts'

const moved = {
  updatedAt: sql`clock_timestamp()`,
  version: sql`${organisations.version} + 1`,
}

/** Rests from now, or for longer; undefined for one that has left. */
export const pauseRow = async (
  tx: Database,
  id: string,
  pause: { pausedUntil: string; pauseEndsAt: Date },
): Promise<OrganisationRow | undefined> =>
  (
    await tx
      .update(organisations)
      .set({ state: 'paused', ...pause, ...moved })
      .where(
        and(
          eq(organisations.id, id),
          inArray(organisations.state, ['listed', 'checked', 'paused']),
        ),
      )
      .returning()
  )[0]

/** As it stood before: checked where a broker's check still holds. Undefined where nobody rests. */
export const resumeRow = async (tx: Database, id: string): Promise<OrganisationRow | undefined> =>
  (
    await tx
      .update(organisations)
      .set({
        state: sql`case when ${organisations.checkedAt} is null then 'listed' else 'checked' end`,
        ...moved,
      })
      .where(and(eq(organisations.id, id), eq(organisations.state, 'paused')))
      .returning()
  )[0]

/** One organisation whose last day of rest is over, locked for this transaction; others take other ones. */
export const duePause = async (tx: Database): Promise<OrganisationRow | undefined> =>
  (
    await tx
      .select()
      .from(organisations)
      .where(
        and(
          eq(organisations.state, 'paused'),
          lte(organisations.pauseEndsAt, sql`clock_timestamp()`),
        ),
      )
      .orderBy(asc(organisations.pauseEndsAt))
      .limit(1)
      .for('update', { skipLocked: true })
  )[0]

/** Those that rest in a place, the first back first. */
export const pausedHere = (db: Database, placeId: string) =>
  db
    .select({ id: organisations.id, name: organisations.name, until: organisations.pausedUntil })
    .from(organisations)
    .where(and(eq(organisations.placeId, placeId), eq(organisations.state, 'paused')))
    .orderBy(sql`${organisations.pauseEndsAt} nulls last`, asc(organisations.name))
