import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { agendaReturns, sessionPapers } from '../papers.table.ts'
import { agendaItems, sessionOutcomes } from '../sessions.table.ts'

export type ItemRow = typeof agendaItems.$inferSelect
export type PaperRow = typeof sessionPapers.$inferSelect

export const itemsOf = (db: Database, sessionId: string): Promise<ItemRow[]> =>
  db
    .select()
    .from(agendaItems)
    .where(and(eq(agendaItems.sessionId, sessionId), isNull(agendaItems.offAt)))
    .orderBy(asc(agendaItems.position), asc(agendaItems.id))

export async function addItem(tx: Database, values: typeof agendaItems.$inferInsert) {
  const [row] = await tx.insert(agendaItems).values(values).returning()
  if (!row) throw new Error('insert returned no row')
  return row
}

/** Positions as these stand. */
export async function setOrder(tx: Database, ids: readonly string[]): Promise<void> {
  for (const [position, id] of ids.entries())
    await tx.update(agendaItems).set({ position }).where(eq(agendaItems.id, id))
}

export const removeItem = (tx: Database, id: string) =>
  tx.delete(agendaItems).where(eq(agendaItems.id, id))

export async function missingOf(db: Database, sessionId: string): Promise<number> {
  const { rows } = await db.execute<{ missing: number }>(
    sql`select session_first_third_missing(${sessionId}) as missing`,
  )
  return rows[0]?.missing ?? 0
}

export const returnsOf = (db: Database, sessionId: string) =>
  db.select().from(agendaReturns).where(eq(agendaReturns.sessionId, sessionId))

export const giveBack = (tx: Database, values: typeof agendaReturns.$inferInsert) =>
  tx
    .insert(agendaReturns)
    .values(values)
    .onConflictDoUpdate({
      target: [agendaReturns.sessionId, agendaReturns.memberId],
      set: { minutes: values.minutes },
    })

/** Any resident may take back what any of them gave: the time is theirs together. */
export const takeBackAll = (tx: Database, sessionId: string) =>
  tx.delete(agendaReturns).where(eq(agendaReturns.sessionId, sessionId))

export const papersOf = (db: Database, sessionId: string): Promise<PaperRow[]> =>
  db
    .select()
    .from(sessionPapers)
    .where(eq(sessionPapers.sessionId, sessionId))
    .orderBy(asc(sessionPapers.publishedAt), asc(sessionPapers.id))

export async function addPaper(
  tx: Database,
  values: Omit<typeof sessionPapers.$inferInsert, 'publishedAt'>,
): Promise<PaperRow> {
  const [row] = await tx
    .insert(sessionPapers)
    .values({ ...values, publishedAt: sql`clock_timestamp()` })
    .returning()
  if (!row) throw new Error('insert returned no row')
  return row
}

export const outcomesOf = (db: Database, sessionId: string) =>
  db
    .select()
    .from(sessionOutcomes)
    .where(eq(sessionOutcomes.sessionId, sessionId))
    .orderBy(desc(sessionOutcomes.kind), asc(sessionOutcomes.createdAt))

export const addOutcome = (tx: Database, values: typeof sessionOutcomes.$inferInsert) =>
  tx.insert(sessionOutcomes).values(values).returning({ id: sessionOutcomes.id })
