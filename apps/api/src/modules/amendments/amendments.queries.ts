import { desc, eq, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { places } from '../places/places.table.ts'
import { amendments } from './amendments.table.ts'

/** Writes a line of the log. The change it speaks of follows in the same transaction. */
export const putAmendment = async (
  tx: Database,
  row: Pick<
    typeof amendments.$inferInsert,
    'placeId' | 'challengeId' | 'kind' | 'changes' | 'columns' | 'reason' | 'madeBy'
  >,
): Promise<string> => {
  const [made] = await tx.insert(amendments).values(row).returning({ id: amendments.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

/** The log of a challenge, newest first; whoever erased themselves is named by their body alone. */
export const logOf = (db: Database, challengeId: string) =>
  db
    .select({
      id: amendments.id,
      kind: amendments.kind,
      changes: amendments.changes,
      reason: amendments.reason,
      madeAt: amendments.madeAt,
      by: sql<string>`concat_ws(', ', ${people.displayName}, ${organisations.name})`,
    })
    .from(amendments)
    .innerJoin(people, eq(people.id, amendments.madeBy))
    .innerJoin(challenges, eq(challenges.id, amendments.challengeId))
    .innerJoin(organisations, eq(organisations.id, challenges.organisationId))
    .where(eq(amendments.challengeId, challengeId))
    .orderBy(desc(amendments.madeAt), desc(amendments.id))

/** The next paused challenge whose last day is over where it is; skips what another worker holds. */
export const takeRested = async (tx: Database) =>
  (
    await tx
      .select({ id: challenges.id, commissionerId: challenges.commissionerId })
      .from(challenges)
      .innerJoin(places, eq(places.id, challenges.placeId))
      .where(
        sql`${challenges.state} = 'paused' and
          ((${challenges.pausedUntil}::date + 1)::timestamp at time zone ${places.timeZone}) <= clock_timestamp()`,
      )
      .orderBy(challenges.pausedUntil)
      .limit(1)
      .for('update', { of: challenges, skipLocked: true })
  )[0]

/** The database's clock. */
export const now = async (db: Database): Promise<Date> => {
  const { rows } = await db.execute<{ now: Date }>(sql`select clock_timestamp() as now`)
  const [row] = rows
  if (!row) throw new Error('the clock did not answer')
  return new Date(row.now)
}
