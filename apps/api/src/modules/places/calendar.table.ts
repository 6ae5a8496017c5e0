import { pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { placeRef } from '../../db/columns.ts'
import { places } from './places.table.ts'

/** Days off of a place beside its weekend, each with where it is said. Every clock counts by them. */
export const placeHolidays = pgTable(
  'place_holidays',
  {
    placeId: placeRef().references(() => places.id),
    /** YYYY-MM-DD */
    day: text('day').notNull(),
    name: text('name').notNull(),
    source: text('source').notNull(),
  },
  (t) => [primaryKey({ columns: [t.placeId, t.day] })],
)
