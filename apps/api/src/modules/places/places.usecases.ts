import type { Calendar, Place } from '@howcanwe/shared/places'
import type { Database } from '../../db/database.ts'
import { calendarRow } from './calendar.queries.ts'
import { refuse } from './places.errors.ts'
import {
  areasOf,
  countAreas,
  firstPlace,
  type PlaceRow,
  placeByHost,
  placeById,
} from './places.queries.ts'

/** A place by itself, without what the installation adds. */
export type PlaceHere = Omit<Place, 'texts' | 'textTo'>

/** A place as everybody is told of it. */
export function shown(row: PlaceRow, areas: Awaited<ReturnType<typeof areasOf>>): PlaceHere {
  const { payHourlyPence, paySource, payAsOf } = row
  return {
    ...row,
    contact: {
      name: row.contactName,
      role: row.contactRole,
      phone: row.contactPhone,
      email: row.contactEmail,
      hours: row.contactHours,
    },
    pay:
      payHourlyPence !== null && paySource && payAsOf
        ? { hourlyPence: payHourlyPence, source: paySource, asOf: payAsOf }
        : null,
    areas,
  }
}

/** The place a host name belongs to; an installation's first place answers for every other name. */
export async function rowHere(db: Database, host: string): Promise<PlaceRow> {
  const row = (await placeByHost(db, host)) ?? (await firstPlace(db))
  if (!row) throw refuse('places.none_yet')
  return row
}

/** The same, as everybody is told of it. @throws places.none_yet */
export async function placeHere(db: Database, host: string): Promise<PlaceHere> {
  const row = await rowHere(db, host)
  return shown(row, await areasOf(db, row.id))
}

/** @throws places.not_found */
export async function requirePlace(db: Database, id: string): Promise<PlaceRow> {
  const row = await placeById(db, id)
  if (!row) throw refuse('places.not_found')
  return row
}

/**
 * That new questions may be asked here: neither paused nor archived (PL1). What is open runs on.
 *
 * @throws places.not_found · places.resting
 */
export async function requireAwake(db: Database, placeId: string): Promise<void> {
  const { state } = await requirePlace(db, placeId)
  if (state === 'paused' || state === 'archived') throw refuse('places.resting')
}

/** The calendar every clock of a place counts by. @throws places.not_found */
export async function calendarOf(db: Database, placeId: string): Promise<Calendar> {
  const calendar = await calendarRow(db, placeId)
  if (!calendar) throw refuse('places.not_found')
  return calendar
}

/** Every one of these areas belongs to this place. */
export async function areasBelong(
  db: Database,
  placeId: string,
  ids: readonly string[],
): Promise<boolean> {
  const distinct = [...new Set(ids)]
  return distinct.length === 0 || (await countAreas(db, placeId, distinct)) === distinct.length
}
