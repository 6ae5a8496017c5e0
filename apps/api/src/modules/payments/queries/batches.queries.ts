import { and, asc, eq, getTableColumns, inArray, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { payBatches, payExports, payLines } from '../payments.batches.table.ts'

export type BatchRow = typeof payBatches.$inferSelect
export type Line = typeof payLines.$inferSelect

const counted = {
  open: sql<number>`(select count(*)::int from pay_lines l where l.batch_id = ${payBatches.id} and l.outcome is null)`,
  failed: sql<number>`(select count(*)::int from pay_lines l where l.batch_id = ${payBatches.id} and l.outcome = 'failed')`,
  aside: sql<number>`(select count(*)::int from pay_lines l where l.batch_id = ${payBatches.id} and l.outcome = 'aside')`,
  files: sql<number>`(select count(*)::int from pay_exports e where e.batch_id = ${payBatches.id})`,
}

const select = (db: Database) =>
  db
    .select({ ...getTableColumns(payBatches), ...counted, by: people.displayName })
    .from(payBatches)
    .innerJoin(people, eq(people.id, payBatches.madeBy))

export const batchesOf = (db: Database, placeId: string) =>
  select(db)
    .where(eq(payBatches.placeId, placeId))
    .orderBy(sql`${payBatches.number} desc`)
    .limit(100)

export const batchById = async (db: Database, id: string) =>
  (await select(db).where(eq(payBatches.id, id)))[0]

/** One after the other in a place, so that two clerks do not take the same number. */
export async function nextNumber(tx: Database, placeId: string): Promise<number> {
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended('pay_batches' || ${placeId}, 0))`,
  )
  const { rows } = await tx.execute<{ next: number }>(
    sql`select coalesce(max(number), 0) + 1 as next from pay_batches where place_id = ${placeId}`,
  )
  return Number(rows[0]?.next)
}

export async function addBatch(tx: Database, values: typeof payBatches.$inferInsert) {
  const [row] = await tx.insert(payBatches).values(values).returning()
  if (!row) throw new Error('an insert gives a row')
  return row
}

export const addLines = (tx: Database, values: (typeof payLines.$inferInsert)[]) =>
  tx.insert(payLines).values(values)

export const linesOf = (db: Database, batchId: string): Promise<Line[]> =>
  db.select().from(payLines).where(eq(payLines.batchId, batchId)).orderBy(asc(payLines.itemId))

/** Locks the lines that may still come to this outcome: open ones, and paid ones that came back. */
export async function lockLines(
  tx: Database,
  batchId: string,
  ids: readonly string[] | undefined,
): Promise<Line[]> {
  const which = ids ? inArray(payLines.itemId, [...ids]) : isNull(payLines.outcome)
  return tx
    .select()
    .from(payLines)
    .where(and(eq(payLines.batchId, batchId), which))
    .orderBy(asc(payLines.itemId))
    .for('update')
}

export const changeLine = (
  tx: Database,
  { batchId, itemId }: Pick<Line, 'batchId' | 'itemId'>,
  values: Partial<typeof payLines.$inferInsert>,
) =>
  tx
    .update(payLines)
    .set(values)
    .where(and(eq(payLines.batchId, batchId), eq(payLines.itemId, itemId)))

export const exportsOf = (db: Database, batchId: string) =>
  db
    .select({ ...getTableColumns(payExports), by: people.displayName })
    .from(payExports)
    .innerJoin(people, eq(people.id, payExports.exportedBy))
    .where(eq(payExports.batchId, batchId))
    .orderBy(asc(payExports.number))

export const addExport = (tx: Database, values: typeof payExports.$inferInsert) =>
  tx.insert(payExports).values(values)
