import { and, asc, eq, inArray, lte, ne, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { type COMMITMENT_SOURCES, capacityCommitments } from '../commitments.table.ts'
import { capacityProfiles, organisations } from '../organisations.table.ts'

export type CommitmentRow = typeof capacityCommitments.$inferSelect

/** What the hours are for: an answer, a part in a joint one, an agreement. */
export interface Source {
  kind: (typeof COMMITMENT_SOURCES)[number]
  id: string
}

const ofSource = (source: Source) =>
  and(eq(capacityCommitments.sourceKind, source.kind), eq(capacityCommitments.sourceId, source.id))

/** Sets hours aside, or says anew how many; a promise is not put back to a maybe. */
export async function setAside(
  tx: Database,
  row: typeof capacityCommitments.$inferInsert & { state: 'reserved' | 'committed' },
): Promise<CommitmentRow> {
  const { hoursPerMonth, fromDay, untilDay, endsAt, state } = row
  const [kept] = await tx
    .insert(capacityCommitments)
    .values(row)
    .onConflictDoUpdate({
      target: [
        capacityCommitments.organisationId,
        capacityCommitments.sourceKind,
        capacityCommitments.sourceId,
      ],
      set: {
        ...{ hoursPerMonth, fromDay, untilDay, endsAt },
        state: sql`case when ${capacityCommitments.state} = 'committed' then 'committed' else ${state}::text end`,
      },
      setWhere: ne(capacityCommitments.state, 'expired'),
    })
    .returning()
  const found = kept ?? (await bySource(tx, row))
  if (!found) throw new Error('upsert returned no row')
  return found
}

const bySource = async (
  tx: Database,
  row: typeof capacityCommitments.$inferInsert,
): Promise<CommitmentRow | undefined> =>
  (
    await tx
      .select()
      .from(capacityCommitments)
      .where(
        and(
          eq(capacityCommitments.organisationId, row.organisationId),
          ofSource({ kind: row.sourceKind, id: row.sourceId }),
        ),
      )
  )[0]

const letGo = (tx: Database, which: SQL | undefined) =>
  tx
    .update(capacityCommitments)
    .set({ state: 'released' })
    .where(and(which, inArray(capacityCommitments.state, ['reserved', 'committed'])))

/** Whoever set hours aside for this has them back. */
export const letGoOfSource = (tx: Database, source: Source) => letGo(tx, ofSource(source))

/** Whoever rests has the hours of waiting answers back; what is promised stays promised. */
export const letGoOfReserved = (tx: Database, organisationId: string) =>
  letGo(
    tx,
    and(
      eq(capacityCommitments.organisationId, organisationId),
      eq(capacityCommitments.state, 'reserved'),
    ),
  )

/** One promise of an organisation after the other, until the transaction ends. */
export const takeTurn = (tx: Database, organisationId: string) =>
  tx
    .select({ id: capacityProfiles.organisationId })
    .from(capacityProfiles)
    .where(eq(capacityProfiles.organisationId, organisationId))
    .for('no key update')

/** Hours a month of one organisation: to spare, and promised. @param without a row that is left out */
export async function hoursOf(
  db: Database,
  organisationId: string,
  without?: string,
): Promise<{ spare: number | null; committed: number }> {
  const [profile] = await db
    .select({ spare: capacityProfiles.spareHoursPerMonth })
    .from(capacityProfiles)
    .where(eq(capacityProfiles.organisationId, organisationId))
  const [sum] = await db
    .select({ hours: sql<number>`coalesce(sum(${capacityCommitments.hoursPerMonth}), 0)::int` })
    .from(capacityCommitments)
    .where(
      and(
        eq(capacityCommitments.organisationId, organisationId),
        eq(capacityCommitments.state, 'committed'),
        without ? ne(capacityCommitments.id, without) : undefined,
      ),
    )
  return { spare: profile?.spare ?? null, committed: sum?.hours ?? 0 }
}

export const markWarned = (tx: Database, id: string) =>
  tx
    .update(capacityCommitments)
    .set({ warnedAt: sql`clock_timestamp()` })
    .where(eq(capacityCommitments.id, id))

export const markBrokerTold = (tx: Database, id: string) =>
  tx
    .update(capacityCommitments)
    .set({ brokerToldAt: sql`clock_timestamp()` })
    .where(eq(capacityCommitments.id, id))

/** What an organisation has set aside now, the longest-promised first. */
export const setAsideBy = (db: Database, organisationId: string) =>
  db
    .select()
    .from(capacityCommitments)
    .where(
      and(
        eq(capacityCommitments.organisationId, organisationId),
        inArray(capacityCommitments.state, ['reserved', 'committed']),
      ),
    )
    .orderBy(asc(capacityCommitments.id))

/** Ends one whose last day is over. @returns false when none was due */
export async function expireOne(tx: Database): Promise<boolean> {
  const due = tx
    .select({ id: capacityCommitments.id })
    .from(capacityCommitments)
    .where(
      and(
        inArray(capacityCommitments.state, ['reserved', 'committed']),
        lte(capacityCommitments.endsAt, sql`clock_timestamp()`),
      ),
    )
    .orderBy(asc(capacityCommitments.endsAt))
    .limit(1)
    .for('update', { skipLocked: true })
  const { rowCount } = await tx
    .update(capacityCommitments)
    .set({ state: 'expired' })
    .where(inArray(capacityCommitments.id, due))
  return (rowCount ?? 0) > 0
}

/** Those of a place that have promised hours, with what they can spare. Answers that wait are not among them. */
export const promisedHere = (db: Database, placeId: string) =>
  db
    .select({
      id: organisations.id,
      name: organisations.name,
      spare: capacityProfiles.spareHoursPerMonth,
      committed: sql<number>`sum(${capacityCommitments.hoursPerMonth})::int`,
    })
    .from(capacityCommitments)
    .innerJoin(organisations, eq(organisations.id, capacityCommitments.organisationId))
    .leftJoin(
      capacityProfiles,
      eq(capacityProfiles.organisationId, capacityCommitments.organisationId),
    )
    .where(
      and(
        eq(capacityCommitments.placeId, placeId),
        eq(capacityCommitments.state, 'committed'),
        ne(organisations.state, 'left'),
      ),
    )
    .groupBy(organisations.id, organisations.name, capacityProfiles.spareHoursPerMonth)
    .orderBy(asc(organisations.name))
