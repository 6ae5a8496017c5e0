import { RATES } from '@howcanwe/shared/payments'
import { sql } from 'drizzle-orm'
import { boolean, check, date, index, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { born, placeRef, primaryId } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { places } from '../places/places.table.ts'

const setBy = () =>
  uuid('set_by')
    .notNull()
    .references(() => people.id)
const ofPlace = () => placeRef().references(() => places.id)

/** What a place pays for taking part: dated, with where the figure is from, and never rewritten (decision 16). */
export const payRates = pgTable(
  'pay_rates',
  {
    id: primaryId(),
    placeId: ofPlace(),
    what: text('what', { enum: RATES }).notNull(),
    pence: integer('pence').notNull(),
    currency: text('currency').notNull(),
    /** A whole day of the place; the newest row of a day counts. */
    fromDay: date('from_day').notNull(),
    source: text('source').notNull(),
    setBy: setBy(),
    createdAt: born(),
  },
  (t) => [
    index('pay_rates_of_place').on(t.placeId, t.what, t.fromDay),
    check('pay_rates_what', sql`what in ('hour', 'half-day', 'day', 'preparation-hour')`),
    check('pay_rates_pence', sql`pence between 1 and 1000000`),
    check('pay_rates_source', sql`btrim(source) <> '' and char_length(source) <= 300`),
  ],
)

/** How a place gives money back and who is paid: dated, with its source, never rewritten. */
export const paySettings = pgTable(
  'pay_settings',
  {
    id: primaryId(),
    placeId: ofPlace(),
    fromDay: date('from_day').notNull(),
    /** Up to this no receipt is asked for. */
    receiptLimitPence: integer('receipt_limit_pence').notNull(),
    vouchers: boolean('vouchers').notNull(),
    /** People of community organisations are paid as residents are. */
    paysOrganisations: boolean('pays_organisations').notNull(),
    source: text('source').notNull(),
    setBy: setBy(),
    createdAt: born(),
  },
  (t) => [
    index('pay_settings_of_place').on(t.placeId, t.fromDay),
    check('pay_settings_limit', sql`receipt_limit_pence between 0 and 100000`),
    check('pay_settings_source', sql`btrim(source) <> '' and char_length(source) <= 300`),
  ],
)

/** Where somebody gets advice before they say yes to pay, in the words of the place. */
export const payAdvice = pgTable(
  'pay_advice',
  {
    id: primaryId(),
    placeId: ofPlace(),
    language: text('language').notNull(),
    words: text('words').notNull(),
    link: text('link').notNull(),
    phone: text('phone').notNull(),
    setBy: setBy(),
    createdAt: born(),
  },
  (t) => [
    index('pay_advice_of_place').on(t.placeId, t.language),
    check('pay_advice_words', sql`btrim(words) <> '' and char_length(words) <= 600`),
    check('pay_advice_link', sql`link = '' or link ~ '^https://'`),
    check('pay_advice_somewhere', sql`link <> '' or phone <> ''`),
  ],
)
