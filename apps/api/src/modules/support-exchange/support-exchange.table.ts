import { SUPPORT_KINDS, SUPPORT_STATES } from '@howcanwe/shared/support-exchange'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { born, instant, placeRef, primaryId, version } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'

const columns = () => ({
  id: primaryId(),
  placeId: placeRef(),
  organisationId: uuid('organisation_id').notNull(),
  kind: text('kind', { enum: SUPPORT_KINDS }).notNull(),
  what: text('what').notNull(),
  /** The last day it holds, and when that day is over in the place. */
  until: text('until').notNull(),
  endsAt: instant('ends_at').notNull(),
  state: text('state', { enum: SUPPORT_STATES }).notNull().default('open'),
  writtenBy: uuid('written_by')
    .notNull()
    .references(() => people.id),
  createdAt: born(),
  version: version(),
})

/** What an organisation could lend others (OR5). */
export const supportOffers = pgTable('support_offers', columns(), (t) => [
  unique('support_offers_tenant').on(t.placeId, t.id),
  foreignKey({
    columns: [t.placeId, t.organisationId],
    foreignColumns: [organisations.placeId, organisations.id],
  }),
  index('support_offers_here').on(t.placeId, t.state, t.kind),
  index('support_offers_due').on(t.endsAt).where(sql`state in ('open', 'matched')`),
])

/** What an organisation needs from others (OR5). */
export const supportAsks = pgTable(
  'support_asks',
  { ...columns(), thanks: text('thanks') },
  (t) => [
    unique('support_asks_tenant').on(t.placeId, t.id),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    index('support_asks_here').on(t.placeId, t.state, t.kind),
    index('support_asks_due').on(t.endsAt).where(sql`state in ('open', 'matched')`),
  ],
)

/** The asker pressed "ask them"; contacts are shown when the other says yes, and a no is never told. */
export const supportRequests = pgTable(
  'support_requests',
  {
    id: primaryId(),
    placeId: placeRef(),
    askId: uuid('ask_id').notNull(),
    offerId: uuid('offer_id').notNull(),
    askedBy: uuid('asked_by')
      .notNull()
      .references(() => people.id),
    askedAt: instant('asked_at').notNull().default(sql`clock_timestamp()`),
    answer: text('answer', { enum: ['yes', 'no'] }),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    unique('support_requests_once').on(t.askId, t.offerId),
    foreignKey({
      columns: [t.placeId, t.askId],
      foreignColumns: [supportAsks.placeId, supportAsks.id],
    }),
    foreignKey({
      columns: [t.placeId, t.offerId],
      foreignColumns: [supportOffers.placeId, supportOffers.id],
    }),
    check(
      'support_requests_answer',
      sql`(answer is null) = (answered_at is null) and (answer is null) = (answered_by is null)`,
    ),
    index('support_requests_of_offer').on(t.offerId),
  ],
)
