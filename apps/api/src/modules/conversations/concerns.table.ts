import { CONCERN_STATES } from '@howcanwe/shared/conversations'
import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { born, instant, placeRef, primaryId } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { places } from '../places/places.table.ts'

/**
 * That somebody may be at risk. The row says that it came and nothing else: not from where, not about whom. All of it
 * lies sealed in the vault, for the place's safeguarding lead (never a facilitator, never a council: HW237).
 */
export const safeguardingConcerns = pgTable(
  'safeguarding_concerns',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    /** To say on the telephone. */
    reference: text('reference').notNull(),
    state: text('state', { enum: CONCERN_STATES }).notNull().default('new'),
    readAt: instant('read_at'),
    remindedAt: instant('reminded_at'),
    settledAt: instant('settled_at'),
    createdAt: born(),
  },
  (t) => [
    uniqueIndex('concerns_reference').on(t.placeId, t.reference),
    check(
      'concerns_state',
      sql`(state = 'settled') = (settled_at is not null) and (state = 'new') = (read_at is null)`,
    ),
    index('concerns_of_place').on(t.placeId, t.id),
    index('concerns_unread').on(t.createdAt).where(sql`state = 'new'`),
  ],
)

/** Who a place named to read them; the newest counts, earlier ones stay. */
export const safeguardingLeads = pgTable(
  'safeguarding_leads',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    number: integer('number').notNull(),
    leadId: uuid('lead_id')
      .notNull()
      .references(() => people.id),
    phone: text('phone').notNull(),
    hours: text('hours').notNull(),
    namedBy: uuid('named_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
  },
  (t) => [uniqueIndex('leads_number').on(t.placeId, t.number)],
)
