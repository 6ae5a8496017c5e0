import { and, asc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { supportAsks, supportOffers } from './support-exchange.table.ts'

const asksOpen = and(eq(supportAsks.state, 'open'), ne(organisations.state, 'left'))
/** Whoever rests offers nothing meanwhile (FR-12). */
const offersOpen = and(
  eq(supportOffers.state, 'open'),
  inArray(organisations.state, ['listed', 'checked']),
)

/** For a condition on a list of organisations: one of them needs something just now, or could lend something. */
export const needsSomething = sql<boolean>`exists (select from ${supportAsks}
  where ${supportAsks.organisationId} = ${organisations.id} and ${asksOpen})`
export const lendsSomething = sql<boolean>`exists (select from ${supportOffers}
  where ${supportOffers.organisationId} = ${organisations.id} and ${offersOpen})`

/** What these organisations need and could lend just now, the soonest over first. */
export async function openSupportOf(db: Database, organisationIds: readonly string[]) {
  const of = [...organisationIds]
  const lines = (table: typeof supportAsks | typeof supportOffers, open: typeof asksOpen) =>
    db
      .select({
        organisationId: table.organisationId,
        line: { kind: table.kind, what: table.what, until: table.until },
      })
      .from(table)
      .innerJoin(organisations, eq(organisations.id, table.organisationId))
      .where(and(inArray(table.organisationId, of), open))
      .orderBy(asc(table.endsAt), asc(table.id))
  const asks = await lines(supportAsks, asksOpen)
  const offers = await lines(supportOffers, offersOpen)
  const one = (rows: typeof asks, id: string) =>
    rows.filter((row) => row.organisationId === id).map((row) => row.line)
  return (id: string) => ({ asks: one(asks, id), offers: one(offers, id) })
}
