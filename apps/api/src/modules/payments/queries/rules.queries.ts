import type { Rate } from '@howcanwe/shared/payments'
import { desc, eq, getTableColumns, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { people } from '../../identity/identity.table.ts'
import { payAdvice, payRates, paySettings } from '../payments.place.table.ts'

export const addRate = (tx: Database, values: typeof payRates.$inferInsert) =>
  tx.insert(payRates).values(values)
export const addSettings = (tx: Database, values: typeof paySettings.$inferInsert) =>
  tx.insert(paySettings).values(values)
export const addAdvice = (tx: Database, values: typeof payAdvice.$inferInsert) =>
  tx.insert(payAdvice).values(values)

export const ratesOf = (db: Database, placeId: string) =>
  db
    .select({ ...getTableColumns(payRates), by: people.displayName })
    .from(payRates)
    .innerJoin(people, eq(people.id, payRates.setBy))
    .where(eq(payRates.placeId, placeId))
    .orderBy(payRates.what, desc(payRates.fromDay), desc(payRates.createdAt), desc(payRates.id))

export const settingsOf = (db: Database, placeId: string) =>
  db
    .select({ ...getTableColumns(paySettings), by: people.displayName })
    .from(paySettings)
    .innerJoin(people, eq(people.id, paySettings.setBy))
    .where(eq(paySettings.placeId, placeId))
    .orderBy(desc(paySettings.fromDay), desc(paySettings.createdAt), desc(paySettings.id))

/** The newest words in each language. */
export const adviceOf = (db: Database, placeId: string) =>
  db
    .selectDistinctOn([payAdvice.language])
    .from(payAdvice)
    .where(eq(payAdvice.placeId, placeId))
    .orderBy(payAdvice.language, desc(payAdvice.createdAt), desc(payAdvice.id))

/** Which rates count in a place today: halves and whole days are offered where there are some. */
export async function ratesToday(db: Database, placeId: string): Promise<Set<Rate>> {
  const rows = await db
    .selectDistinct({ what: payRates.what })
    .from(payRates)
    .where(
      sql`${payRates.placeId} = ${placeId} and ${payRates.fromDay} <= (clock_timestamp() at time zone
        (select time_zone from places where id = ${placeId}))::date`,
    )
  return new Set(rows.map(({ what }) => what))
}
