import { and, asc, desc, eq, inArray, isNull, lte, sql } from 'drizzle-orm'
import type { PgUpdateSetSource } from 'drizzle-orm/pg-core'
import type { Database } from '../../db/database.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { places } from '../places/places.table.ts'
import { agreementParties, agreements, agreementVersions } from './agreements.table.ts'

export type AgreementRow = typeof agreements.$inferSelect

const whole = (db: Database) =>
  db
    .select({
      row: agreements,
      place: places.name,
      currency: places.currency,
      reviewDue: sql<boolean>`coalesce(${agreements.reviewDueAt} <= clock_timestamp(), false)`,
    })
    .from(agreements)
    .innerJoin(places, eq(places.id, agreements.placeId))
    .$dynamic()

const partiesOf = (db: Database, ids: readonly string[]) =>
  db
    .select({
      party: agreementParties,
      organisation: {
        id: organisations.id,
        name: organisations.name,
        incomeBand: organisations.incomeBand,
      },
    })
    .from(agreementParties)
    .innerJoin(organisations, eq(organisations.id, agreementParties.organisationId))
    .where(inArray(agreementParties.agreementId, [...ids]))
    .orderBy(asc(organisations.name))

export type Whole = Awaited<ReturnType<typeof whole>>[number] & {
  parties: Awaited<ReturnType<typeof partiesOf>>
}

export async function agreementById(db: Database, id: string): Promise<Whole | undefined> {
  const [found] = await whole(db).where(eq(agreements.id, id))
  return found && { ...found, parties: await partiesOf(db, [id]) }
}

/** Holds it until the transaction ends. */
export const lockAgreement = (tx: Database, id: string) =>
  tx.select({ id: agreements.id }).from(agreements).where(eq(agreements.id, id)).for('update')

export async function agreementsOf(
  db: Database,
  organisationIds: readonly string[],
): Promise<Whole[]> {
  if (organisationIds.length === 0) return []
  const theirs = db
    .select({ id: agreementParties.agreementId })
    .from(agreementParties)
    .where(inArray(agreementParties.organisationId, [...organisationIds]))
  const rows = await whole(db)
    .where(inArray(agreements.id, theirs))
    .orderBy(desc(agreements.createdAt))
  if (rows.length === 0) return []
  const parties = await partiesOf(
    db,
    rows.map(({ row }) => row.id),
  )
  return rows.map((one) => ({
    ...one,
    parties: parties.filter((p) => p.party.agreementId === one.row.id),
  }))
}

export const put = async (tx: Database, row: typeof agreements.$inferInsert): Promise<string> => {
  const [made] = await tx.insert(agreements).values(row).returning({ id: agreements.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

export const putParties = (tx: Database, rows: readonly (typeof agreementParties.$inferInsert)[]) =>
  tx.insert(agreementParties).values([...rows])

export const change = (tx: Database, id: string, row: PgUpdateSetSource<typeof agreements>) =>
  tx
    .update(agreements)
    .set({ ...row, updatedAt: sql`clock_timestamp()` })
    .where(eq(agreements.id, id))

const isParty = (agreementId: string, organisationId: string) =>
  and(
    eq(agreementParties.agreementId, agreementId),
    eq(agreementParties.organisationId, organisationId),
  )

export const changeParty = (
  tx: Database,
  of: { agreementId: string; organisationId: string },
  row: PgUpdateSetSource<typeof agreementParties>,
) => tx.update(agreementParties).set(row).where(isParty(of.agreementId, of.organisationId))

export const putVersion = (tx: Database, row: typeof agreementVersions.$inferInsert) =>
  tx.insert(agreementVersions).values(row).onConflictDoNothing()

/** Lived from now; looked at again three months from now, by the database's clock. */
export const fromNow = sql`clock_timestamp()`
export const inMonths = (months: number) =>
  sql`clock_timestamp() + ${months}::int * interval '1 month'`

/** The next one whose three months are over and whose parties have not been told; skips what another worker holds. */
export const takeReviewDue = async (tx: Database) =>
  (
    await tx
      .select({ id: agreements.id })
      .from(agreements)
      .where(
        and(
          eq(agreements.state, 'live'),
          isNull(agreements.reviewTold),
          lte(agreements.reviewDueAt, sql`clock_timestamp()`),
        ),
      )
      .orderBy(asc(agreements.reviewDueAt))
      .limit(1)
      .for('update', { skipLocked: true })
  )[0]
