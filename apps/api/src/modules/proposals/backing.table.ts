import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, bytea, instant, placeRef, primaryId } from '../../db/columns.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { proposals } from './proposals.table.ts'

/** One person behind a question. Counted once they confirmed, and in no list anywhere. */
export const proposalSupports = pgTable(
  'proposal_supports',
  {
    id: primaryId(),
    placeId: placeRef(),
    proposalId: uuid('proposal_id').notNull(),
    firstName: text('first_name').notNull(),
    contactBy: text('contact_by', { enum: ['email', 'phone'] }).notNull(),
    contact: text('contact').notNull(),
    contactHash: bytea('contact_hash').notNull(),
    language: text('language').notNull(),
    wording: text('wording').notNull(),
    tokenHash: bytea('token_hash').notNull().unique(),
    /** Letters that asked to confirm: forms can be sent by machines. */
    letters: integer('letters').notNull().default(1),
    /** The broker it was said to. */
    typedBy: uuid('typed_by').references(() => people.id),
    createdAt: born(),
    confirmedAt: instant('confirmed_at'),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.proposalId],
      foreignColumns: [proposals.placeId, proposals.id],
    }).onDelete('cascade'),
    uniqueIndex('proposal_supports_once').on(t.proposalId, t.contactHash),
    index('proposal_supports_waiting').on(t.createdAt).where(sql`confirmed_at is null`),
  ],
)

/** Signatures on paper: how many, and who keeps the sheet. Counted apart. */
export const proposalSheets = pgTable(
  'proposal_sheets',
  {
    id: primaryId(),
    placeId: placeRef(),
    proposalId: uuid('proposal_id').notNull(),
    people: integer('people').notNull(),
    heldBy: text('held_by').notNull(),
    typedBy: uuid('typed_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.proposalId],
      foreignColumns: [proposals.placeId, proposals.id],
    }).onDelete('cascade'),
    check('proposal_sheets_people', sql`people between 1 and 500`),
    index('proposal_sheets_of').on(t.proposalId),
  ],
)

/** Who sponsors a question in public, by name: an elected member, or somebody for an organisation of the place. */
export const proposalSponsors = pgTable(
  'proposal_sponsors',
  {
    id: primaryId(),
    placeId: placeRef(),
    proposalId: uuid('proposal_id').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    organisationId: uuid('organisation_id'),
    because: text('because').notNull(),
    createdAt: born(),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.proposalId],
      foreignColumns: [proposals.placeId, proposals.id],
    }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    uniqueIndex('proposal_sponsors_once')
      .on(t.proposalId, t.personId)
      .where(sql`organisation_id is null`),
    uniqueIndex('proposal_sponsors_body_once')
      .on(t.proposalId, t.organisationId)
      .where(sql`organisation_id is not null`),
  ],
)
