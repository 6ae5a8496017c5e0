import { sql } from 'drizzle-orm'
import { check, integer, pgTable, smallint, text, unique, uuid } from 'drizzle-orm/pg-core'
import { instant, placeRef, primaryId } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { places } from '../places/places.table.ts'

/**
 * What a place weighs the parts of a match by, from when on and why. Rows are only added; the last one stands, for
 * challenges that open after it (§2.6, §4.5). The ranges are WEIGHT_RANGES of the shared package.
 */
export const matchWeights = pgTable(
  'match_weights',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    /** 1 for a place's first change, then one more each. */
    number: integer('number').notNull(),
    theme: smallint('theme').notNull(),
    reach: smallint('reach').notNull(),
    livedExperience: smallint('lived_experience').notNull(),
    complement: smallint('complement').notNull(),
    time: smallint('time').notNull(),
    sphere: smallint('sphere').notNull(),
    /** Everybody reads it. */
    reason: text('reason').notNull(),
    setBy: uuid('set_by')
      .notNull()
      .references(() => people.id),
    /** By the database's clock. */
    since: instant('since').notNull().defaultNow(),
  },
  (t) => [
    unique('match_weights_once').on(t.placeId, t.number),
    check(
      'match_weights_fair',
      sql`theme between 15 and 40 and reach between 15 and 40 and lived_experience between 10 and 30
        and complement between 10 and 30 and "time" between 5 and 15 and sphere between 5 and 15
        and theme + reach + lived_experience + complement + "time" + sphere = 100`,
    ),
    check('match_weights_say_why', sql`btrim(reason) <> ''`),
  ],
)
