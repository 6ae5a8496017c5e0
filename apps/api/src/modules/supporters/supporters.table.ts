import { SUPPORT_SCOPES, SUPPORT_STATES } from '@howcanwe/shared/supporters'
import { sql } from 'drizzle-orm'
import { boolean, check, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core'
import { instant, primaryId } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { places } from '../places/places.table.ts'

/**
 * Somebody acts for one named person, in parts and for a time (`product-spec.md` §2.2). Begins as an ask to an address;
 * what that was is gone with the answer. A trigger keeps the order of states, and who may say yes.
 */
export const supports = pgTable(
  'supports',
  {
    id: primaryId(),
    /** Where it was asked: letters about it name this place. */
    placeId: uuid('place_id').references(() => places.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    /** Null until somebody said yes from the very address that was asked. */
    supporterId: uuid('supporter_id').references(() => people.id),
    /** The address or number that was asked. Emptied with the answer. */
    contact: text('contact').notNull(),
    /** Whether that was a number: texts are counted, also when the number is gone. */
    byText: boolean('by_text').notNull().default(false),
    /** What the person calls whom they asked. Emptied with the answer. */
    calledName: text('called_name').notNull(),
    scopes: text('scopes', { enum: SUPPORT_SCOPES }).array().notNull(),
    state: text('state', { enum: SUPPORT_STATES }).notNull().default('asked'),
    askedAt: instant('asked_at').notNull().default(sql`clock_timestamp()`),
    /** The first instant it does not count any more. */
    until: instant('until').notNull(),
    answeredAt: instant('answered_at'),
    endedAt: instant('ended_at'),
    /** Null where time ended it. */
    endedBy: uuid('ended_by').references(() => people.id),
  },
  (t) => [
    uniqueIndex('supports_one_each').on(t.personId, t.supporterId).where(sql`state = 'active'`),
    uniqueIndex('supports_asked_once').on(t.personId, t.contact).where(sql`state = 'asked'`),
    index('supports_of_supporter').on(t.supporterId),
    index('supports_by_contact').on(t.contact).where(sql`state = 'asked'`),
    check('supports_not_oneself', sql`supporter_id is null or supporter_id <> person_id`),
    check(
      'supports_parts',
      sql`cardinality(scopes) between 1 and 2 and scopes <@ array['groups', 'answers']`,
    ),
    check('supports_a_year', sql`until > asked_at and until <= asked_at + interval '1 year'`),
    check(
      'supports_state',
      sql`state in ('asked', 'active', 'declined', 'ended', 'lapsed')
        and (state <> 'active' or supporter_id is not null) and (state <> 'asked' or supporter_id is null)
        and (state in ('asked', 'active')) = (ended_at is null)`,
    ),
    check(
      'supports_said_goes',
      sql`(state = 'asked') = (contact <> '') and (state = 'asked' or called_name = '')`,
    ),
  ],
)
