import { and, asc, desc, eq, inArray, lte, ne, or, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { organisationAreas, organisations } from '../organisations/organisations.table.ts'
import { placeAreas } from '../places/places.table.ts'
import { supportAsks, supportOffers, supportRequests } from './support-exchange.table.ts'

type AskRow = typeof supportAsks.$inferSelect
type OfferRow = typeof supportOffers.$inferSelect
export interface Named<R> {
  row: R
  organisation: string
}
type Table = typeof supportAsks | typeof supportOffers
type New = typeof supportOffers.$inferInsert

const MOST = 200

/** Open ones of those that take part just now, and those of `ours` whatever became of them. */
export const asksHere = (db: Database, placeId: string, ours: readonly string[], most: number) =>
  db
    .select({ row: supportAsks, organisation: organisations.name })
    .from(supportAsks)
    .innerJoin(organisations, eq(organisations.id, supportAsks.organisationId))
    .where(
      and(
        eq(supportAsks.placeId, placeId),
        or(
          and(eq(supportAsks.state, 'open'), ne(organisations.state, 'left')),
          ours.length > 0 ? inArray(supportAsks.organisationId, [...ours]) : undefined,
        ),
      ),
    )
    .orderBy(desc(supportAsks.id))
    .limit(most)

/** The same of offers; whoever rests offers nothing meanwhile (FR-12). */
export const offersHere = (db: Database, placeId: string, ours: readonly string[], most: number) =>
  db
    .select({ row: supportOffers, organisation: organisations.name })
    .from(supportOffers)
    .innerJoin(organisations, eq(organisations.id, supportOffers.organisationId))
    .where(
      and(
        eq(supportOffers.placeId, placeId),
        or(
          and(eq(supportOffers.state, 'open'), inArray(organisations.state, ['listed', 'checked'])),
          ours.length > 0 ? inArray(supportOffers.organisationId, [...ours]) : undefined,
        ),
      ),
    )
    .orderBy(desc(supportOffers.id))
    .limit(most)

/** Locks it for this transaction. */
export const holdAsk = async (tx: Database, id: string): Promise<Named<AskRow> | undefined> =>
  (
    await tx
      .select({ row: supportAsks, organisation: organisations.name })
      .from(supportAsks)
      .innerJoin(organisations, eq(organisations.id, supportAsks.organisationId))
      .where(eq(supportAsks.id, id))
      .for('update', { of: supportAsks })
  )[0]
export const holdOffer = async (tx: Database, id: string): Promise<Named<OfferRow> | undefined> =>
  (
    await tx
      .select({ row: supportOffers, organisation: organisations.name })
      .from(supportOffers)
      .innerJoin(organisations, eq(organisations.id, supportOffers.organisationId))
      .where(eq(supportOffers.id, id))
      .for('update', { of: supportOffers })
  )[0]

/** Offers of one sort in a place that are open or were asked for this ask, with the areas both work in. */
export const offersFor = (db: Database, ask: AskRow) =>
  db
    .select({
      row: supportOffers,
      organisation: organisations.name,
      contact: {
        name: organisations.contactName,
        email: organisations.contactEmail,
        phone: organisations.contactPhone,
      },
      requestId: supportRequests.id,
      answer: supportRequests.answer,
      areas: sql<string[]>`array(
        select a.name from ${placeAreas} a
        join ${organisationAreas} theirs on theirs.area_id = a.id and theirs.organisation_id = ${supportOffers.organisationId}
        join ${organisationAreas} ours on ours.area_id = a.id and ours.organisation_id = ${ask.organisationId}
        order by a.position)`,
    })
    .from(supportOffers)
    .innerJoin(organisations, eq(organisations.id, supportOffers.organisationId))
    .leftJoin(
      supportRequests,
      and(eq(supportRequests.offerId, supportOffers.id), eq(supportRequests.askId, ask.id)),
    )
    .where(
      and(
        eq(supportOffers.placeId, ask.placeId),
        eq(supportOffers.kind, ask.kind),
        ne(supportOffers.organisationId, ask.organisationId),
        or(
          sql`${supportRequests.id} is not null`,
          and(eq(supportOffers.state, 'open'), inArray(organisations.state, ['listed', 'checked'])),
        ),
      ),
    )
    .limit(MOST)

/** What others ask of these organisations, newest first. A no is only ever read here, by whoever said it. */
export const requestsTo = (db: Database, organisationIds: readonly string[]) =>
  organisationIds.length === 0
    ? Promise.resolve([])
    : db
        .select({
          request: supportRequests,
          ask: supportAsks,
          offer: supportOffers,
          asker: {
            organisation: organisations.name,
            name: organisations.contactName,
            email: organisations.contactEmail,
            phone: organisations.contactPhone,
          },
        })
        .from(supportRequests)
        .innerJoin(supportAsks, eq(supportAsks.id, supportRequests.askId))
        .innerJoin(supportOffers, eq(supportOffers.id, supportRequests.offerId))
        .innerJoin(organisations, eq(organisations.id, supportAsks.organisationId))
        .where(inArray(supportOffers.organisationId, [...organisationIds]))
        .orderBy(desc(supportRequests.id))
        .limit(MOST)

export const requestById = async (tx: Database, id: string) =>
  (await tx.select().from(supportRequests).where(eq(supportRequests.id, id)))[0]

/** The offer that a yes has joined to an ask. */
export const joinedOffer = async (tx: Database, askId: string): Promise<string | undefined> =>
  (
    await tx
      .select({ id: supportRequests.offerId })
      .from(supportRequests)
      .where(and(eq(supportRequests.askId, askId), eq(supportRequests.answer, 'yes')))
  )[0]?.id

export async function put(tx: Database, table: Table, row: New): Promise<string> {
  const [made] = await tx.insert(table).values(row).returning({ id: table.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

/** @returns the new request's id; undefined when they were asked before */
export const putRequest = async (
  tx: Database,
  row: Pick<typeof supportRequests.$inferInsert, 'placeId' | 'askId' | 'offerId' | 'askedBy'>,
): Promise<string | undefined> =>
  (
    await tx
      .insert(supportRequests)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: supportRequests.id })
  )[0]?.id

/** @returns false when it had an answer already */
export const answerRequest = async (
  tx: Database,
  id: string,
  said: { answer: 'yes' | 'no'; answeredBy: string },
): Promise<boolean> =>
  (
    await tx
      .update(supportRequests)
      .set({ ...said, answeredAt: sql`clock_timestamp()` })
      .where(and(eq(supportRequests.id, id), sql`${supportRequests.answer} is null`))
      .returning({ id: supportRequests.id })
  ).length === 1

/** Of two presses, one moves it. @returns false when it stood elsewhere */
export async function move(
  tx: Database,
  table: Table,
  id: string,
  step: { from: AskRow['state'][]; to: AskRow['state'] },
): Promise<boolean> {
  const rows = await tx
    .update(table)
    .set({ state: step.to, version: sql`${table.version} + 1` })
    .where(and(eq(table.id, id), inArray(table.state, step.from)))
    .returning({ id: table.id })
  return rows.length === 1
}

export const putThanks = (tx: Database, askId: string, thanks: string) =>
  tx.update(supportAsks).set({ thanks }).where(eq(supportAsks.id, askId))

/** Lets one lapse whose last day is over; others take other ones. @returns its id and place, if any was due */
export async function lapseOne(
  tx: Database,
  table: Table,
): Promise<{ id: string; placeId: string } | undefined> {
  const due = tx
    .select({ id: table.id })
    .from(table)
    .where(
      and(inArray(table.state, ['open', 'matched']), lte(table.endsAt, sql`clock_timestamp()`)),
    )
    .orderBy(asc(table.endsAt))
    .limit(1)
    .for('update', { skipLocked: true })
  const [row] = await tx
    .update(table)
    .set({ state: 'lapsed' as const, version: sql`${table.version} + 1` })
    .where(inArray(table.id, due))
    .returning({ id: table.id, placeId: table.placeId })
  return row
}
