import { PROPOSAL_STATES, REACHED_BY, RETURN_REASONS, SHOWN_AS } from '@howcanwe/shared/proposals'
import { sql } from 'drizzle-orm'
import {
  type AnyPgColumn,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, bytea, instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { placeAreas, places } from '../places/places.table.ts'

/** A question a resident put on the table (CH9), with one way to reach whoever asked. */
export const proposals = pgTable(
  'proposals',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    /** To say on the telephone: "PLUM-47". */
    reference: text('reference').notNull(),
    state: text('state', { enum: PROPOSAL_STATES }).notNull().default('to-read'),
    language: text('language').notNull(),
    question: text('question').notNull(),
    story: text('story').notNull(),
    areaId: uuid('area_id'),
    whereAbouts: text('where_abouts').notNull().default(''),
    affected: text('affected').notNull(),
    firstName: text('first_name').notNull(),
    contactBy: text('contact_by', { enum: REACHED_BY }).notNull(),
    contact: text('contact').notNull(),
    /** HMAC of the folded contact, the same as of a supporter: whoever asks counts once too. */
    contactHash: bytea('contact_hash').notNull(),
    shownAs: text('shown_as', { enum: SHOWN_AS }).notNull(),
    wording: text('wording').notNull(),
    manageHash: bytea('manage_hash').notNull().unique(),
    /** Keyed hash of the words on the slip, which can be said and typed. */
    slipHash: bytea('slip_hash'),
    /** Wrong words on one day: of forty million, five find none. */
    slipTries: integer('slip_tries').notNull().default(0),
    slipTriesOn: date('slip_tries_on'),
    /** Whose account it is from, where they were signed in. */
    personId: uuid('person_id').references(() => people.id),
    /** The broker it was said to, who read it back. */
    typedBy: uuid('typed_by').references(() => people.id),
    readBy: instant('read_by').notNull(),
    readerId: uuid('reader_id').references(() => people.id),
    readAt: instant('read_at'),
    returnReason: text('return_reason', { enum: RETURN_REASONS }),
    returnNote: text('return_note'),
    publishedAt: instant('published_at'),
    gatherUntil: instant('gather_until'),
    backedAt: instant('backed_at'),
    answerBy: instant('answer_by'),
    remindedSoonAt: instant('reminded_soon_at'),
    remindedLateAt: instant('reminded_late_at'),
    answeredAt: instant('answered_at'),
    answeredBy: uuid('answered_by').references(() => people.id),
    answeredFor: uuid('answered_for'),
    reasons: text('reasons'),
    nextStep: text('next_step'),
    challengeId: uuid('challenge_id'),
    joinedInto: uuid('joined_into').references((): AnyPgColumn => proposals.id),
    erasedAt: instant('erased_at'),
    createdAt: born(),
  },
  (t) => [
    unique('proposals_tenant').on(t.placeId, t.id),
    uniqueIndex('proposals_reference').on(t.placeId, t.reference),
    foreignKey({
      columns: [t.placeId, t.areaId],
      foreignColumns: [placeAreas.placeId, placeAreas.id],
    }),
    foreignKey({
      columns: [t.placeId, t.answeredFor],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    check('proposals_question', sql`char_length(question) between 1 and 160`),
    /** Nothing is public that nobody of the place has read for safety. */
    check(
      'proposals_read_first',
      sql`state in ('to-read', 'returned', 'taken-back') or (read_at is not null and published_at is not null)`,
    ),
    /** No silent refusal: what goes back says why. */
    check(
      'proposals_returned_say_why',
      sql`state <> 'returned' or (return_reason is not null and char_length(btrim(return_note)) >= 20)`,
    ),
    check(
      'proposals_answered',
      sql`(state in ('adopted', 'no', 'not-now')) = (answered_at is not null)
        and (answered_at is null) = (answered_by is null) and (answered_at is null) = (answered_for is null)
        and (state = 'adopted') = (challenge_id is not null)
        and (state in ('no', 'not-now')) = (reasons is not null) and (reasons is null) = (next_step is null)`,
    ),
    check('proposals_backed', sql`(backed_at is null) = (answer_by is null)`),
    check('proposals_joined', sql`(state = 'joined') = (joined_into is not null)`),
    check(
      'proposals_erased_are_blank',
      sql`erased_at is null or (first_name = '' and contact = '' and person_id is null)`,
    ),
    index('proposals_of_place').on(t.placeId, t.state, t.id),
    index('proposals_answer_due').on(t.answerBy).where(sql`state = 'answering'`),
    index('proposals_joined_to').on(t.joinedInto).where(sql`joined_into is not null`),
    index('proposals_of_challenge').on(t.challengeId).where(sql`challenge_id is not null`),
    /** Near ones are found by their words, however they are spelt. */
    index('proposals_near').using('gin', sql`fold(lower(${t.question})) gin_trgm_ops`),
  ],
)

/** The words before they were written again; a trigger keeps them. */
export const proposalVersions = pgTable(
  'proposal_versions',
  {
    placeId: placeRef(),
    proposalId: uuid('proposal_id').notNull(),
    number: integer('number').notNull(),
    question: text('question').notNull(),
    story: text('story').notNull(),
    whereAbouts: text('where_abouts').notNull(),
    affected: text('affected').notNull(),
    until: instant('until').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.proposalId, t.number] }),
    foreignKey({
      columns: [t.placeId, t.proposalId],
      foreignColumns: [proposals.placeId, proposals.id],
    }).onDelete('cascade'),
  ],
)

/**
 * How many people make a question one that must be answered, from when on and where the number comes from. Rows are only
 * added; the last one stands. Without one it is ten (§2.4).
 */
export const proposalSettings = pgTable(
  'proposal_settings',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    number: integer('number').notNull(),
    supportNeeded: integer('support_needed').notNull(),
    /** Everybody reads it. */
    source: text('source').notNull(),
    setBy: uuid('set_by')
      .notNull()
      .references(() => people.id),
    since: instant('since').notNull().defaultNow(),
  },
  (t) => [
    unique('proposal_settings_once').on(t.placeId, t.number),
    check(
      'proposal_settings_fair',
      sql`support_needed between 2 and 500 and char_length(btrim(source)) >= 10`,
    ),
  ],
)
