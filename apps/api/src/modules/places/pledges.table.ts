import { FRAMEWORKS } from '@howcanwe/shared/places/page'
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import { placeRef, primaryId } from '../../db/columns.ts'
import { places } from './places.table.ts'

/** What a place has promised in public, as its file has it (PL1). */
export const placePledges = pgTable(
  'place_pledges',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    framework: text('framework', { enum: FRAMEWORKS }).notNull(),
    statement: text('statement').notNull(),
    owner: text('owner').notNull(),
    /** A whole day of the place. */
    reviewOn: text('review_on').notNull(),
    position: integer('position').notNull(),
  },
  (t) => [index('place_pledges_in_order').on(t.placeId, t.position)],
)
