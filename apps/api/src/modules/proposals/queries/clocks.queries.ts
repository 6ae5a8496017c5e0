import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { byId, type Row } from './proposals.queries.ts'

async function taken(tx: Database, query: ReturnType<typeof sql>): Promise<Row | undefined> {
  const id = (await tx.execute<{ id: string }>(query)).rows[0]?.id
  return id === undefined ? undefined : byId(tx, id)
}

/** One that should have been read by now; noted as told. */
export const takeUnread = (tx: Database) =>
  taken(
    tx,
    sql`update proposals set reminded_late_at = clock_timestamp() where id = (
      select id from proposals where state = 'to-read' and read_by <= clock_timestamp() and reminded_late_at is null
      order by read_by limit 1 for update skip locked) returning id`,
  )

/** One whose answer should have been given by now; noted as told. */
export const takeLate = (tx: Database) =>
  taken(
    tx,
    sql`update proposals set reminded_late_at = clock_timestamp() where id = (
      select id from proposals where state = 'answering' and answer_by <= clock_timestamp() and reminded_late_at is null
      order by answer_by limit 1 for update skip locked) returning id`,
  )

/** Those whose answer is due within the next ten days, not reminded of yet: which of them now, the calendar says. */
export async function maybeSoon(tx: Database): Promise<Row[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`
    select id from proposals where state = 'answering' and reminded_soon_at is null
      and answer_by between clock_timestamp() and clock_timestamp() + interval '10 days'
    order by answer_by limit 20 for update skip locked`)
  const all: Row[] = []
  for (const { id } of rows) {
    const row = await byId(tx, id)
    if (row) all.push(row)
  }
  return all
}

export const takeToLapse = (tx: Database) =>
  taken(
    tx,
    sql`select id from proposals where state = 'gathering' and gather_until <= clock_timestamp()
      order by gather_until limit 1 for update skip locked`,
  )
