import { THEMES } from '@howcanwe/shared/places'
import { COPYING, EVIDENCE, PRACTICE_STATES } from '@howcanwe/shared/practices'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, changed, instant, placeRef, primaryId, version } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'

/** What an organisation already does that works, for others to read and perhaps to copy (OR4, §2.3). */
export const practiceCards = pgTable(
  'practice_cards',
  {
    id: primaryId(),
    placeId: placeRef(),
    organisationId: uuid('organisation_id').notNull(),
    state: text('state', { enum: PRACTICE_STATES }).notNull().default('draft'),
    title: text('title').notNull(),
    forWhom: text('for_whom').notNull(),
    evidence: text('evidence', { enum: EVIDENCE }).notNull(),
    mayCopy: text('may_copy', { enum: COPYING }).notNull(),
    since: text('since'),
    peopleReached: integer('people_reached'),
    costPerPersonPence: integer('cost_per_person_pence'),
    needs: text('needs').notNull().default(''),
    story: text('story').notNull().default(''),
    contact: text('contact').notNull().default(''),
    themes: text('themes', { enum: THEMES }).array().notNull(),
    retiredReason: text('retired_reason'),
    listedAt: instant('listed_at'),
    retiredAt: instant('retired_at'),
    writtenBy: uuid('written_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
    updatedAt: changed(),
    version: version(),
  },
  (t) => [
    unique('practice_cards_tenant').on(t.placeId, t.id),
    unique('practice_cards_owner').on(t.id, t.organisationId),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    check('practice_cards_themes', sql`cardinality(themes) between 1 and 8`),
    check(
      'practice_cards_state',
      sql`(state <> 'listed' or listed_at is not null)
        and (state = 'retired') = (retired_at is not null and length(retired_reason) >= 10)`,
    ),
    index('practice_cards_of_organisation').on(t.organisationId, t.state),
    index('practice_cards_here').on(t.placeId, t.state),
  ],
)

/** "We use this too": one organisation, one card, once, and never one's own (OR4, §2.3). */
export const practiceAdoptions = pgTable(
  'practice_adoptions',
  {
    placeId: placeRef(),
    cardId: uuid('card_id').notNull(),
    /** Whose card it is, so that a check can keep them from counting themselves. */
    ownerId: uuid('owner_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    saidBy: uuid('said_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
  },
  (t) => [
    primaryKey({ columns: [t.cardId, t.organisationId] }),
    foreignKey({
      columns: [t.placeId, t.cardId],
      foreignColumns: [practiceCards.placeId, practiceCards.id],
    }),
    foreignKey({
      columns: [t.cardId, t.ownerId],
      foreignColumns: [practiceCards.id, practiceCards.organisationId],
    }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }).onDelete('cascade'),
    check('practice_adoptions_others', sql`organisation_id <> owner_id`),
    index('practice_adoptions_of').on(t.organisationId),
  ],
)
