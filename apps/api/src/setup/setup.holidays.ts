import { asc, eq } from 'drizzle-orm'
import { record } from '../modules/audit/index.ts'
import { placeHolidays } from '../modules/places/calendar.table.ts'
import { isSame } from './setup.rules.ts'
import type { Run } from './setup.run.ts'

/** The public holidays of a place, as the file has them: a day that is left out is a working day again. */
export async function putHolidays({ tx, file, say }: Run, placeId: string): Promise<void> {
  const before = await tx
    .select()
    .from(placeHolidays)
    .where(eq(placeHolidays.placeId, placeId))
    .orderBy(asc(placeHolidays.day))
  const wanted = file.holidays
    .map((one) => ({ placeId, ...one }))
    .toSorted((a, b) => a.day.localeCompare(b.day))
  if (isSame(before, wanted)) return
  await tx.delete(placeHolidays).where(eq(placeHolidays.placeId, placeId))
  if (wanted.length > 0) await tx.insert(placeHolidays).values(wanted)
  await record(tx, {
    placeId,
    actorId: null,
    action: 'places.holidays-changed',
    subject: { kind: 'place', id: placeId },
    before: { days: before.length },
    after: { days: wanted.length },
  })
  say('holidaysChanged', String(wanted.length))
}
