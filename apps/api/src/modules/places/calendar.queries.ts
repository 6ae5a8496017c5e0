import type { Calendar } from '@howcanwe/shared/places'
import { asc, eq } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { placeHolidays } from './calendar.table.ts'
import { places } from './places.table.ts'

/** The days a place works on; nothing for a place that is not there. */
export async function calendarRow(db: Database, placeId: string): Promise<Calendar | undefined> {
  const [place] = await db
    .select({ timeZone: places.timeZone, weekend: places.weekend })
    .from(places)
    .where(eq(places.id, placeId))
  if (!place) return undefined
  const off = await holidaysOf(db, placeId)
  return { ...place, holidays: off.map(({ day }) => day) }
}

/** Its public holidays in order, each with where that is said. */
export const holidaysOf = (db: Database, placeId: string) =>
  db
    .select({ day: placeHolidays.day, name: placeHolidays.name, source: placeHolidays.source })
    .from(placeHolidays)
    .where(eq(placeHolidays.placeId, placeId))
    .orderBy(asc(placeHolidays.day))
