import { KNOWN } from '@howcanwe/shared/actors'
import { INTRODUCTION_STATES, OUTCOMES, SHARES, TURNS } from '@howcanwe/shared/introductions'
import { sql } from 'drizzle-orm'
import {
  check,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, bytea, instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'

/** Two organisations a broker brings together, each having said yes first (BR3). Nobody's contact stands in here. */
export const introductions = pgTable(
  'introductions',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id'),
    state: text('state', { enum: INTRODUCTION_STATES }).notNull().default('drafted'),
    /** How well the two know each other, as far as the broker knows. */
    guess: text('guess', { enum: KNOWN }).notNull(),
    draftedBy: uuid('drafted_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
    bothYesAt: instant('both_yes_at'),
    /** When both and the broker are asked what came of it: fourteen days after the second yes. */
    askWhatCameAt: instant('ask_what_came_at'),
    whatCameAskedAt: instant('what_came_asked_at'),
    outcome: text('outcome', { enum: OUTCOMES }),
    /** When it was over: an outcome, or that it did not come about. */
    endedAt: instant('ended_at'),
  },
  (t) => [
    unique('introductions_tenant').on(t.placeId, t.id),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    index('introductions_of_place').on(t.placeId, t.id),
    index('introductions_what_came').on(t.askWhatCameAt).where(sql`what_came_asked_at is null`),
    check(
      'introductions_state',
      sql`(state in ('both-yes', 'met', 'done')) = (both_yes_at is not null)
        and (state in ('done', 'ended')) = (ended_at is not null) and (state = 'done') = (outcome is not null)`,
    ),
  ],
)

/** One of the two. What the other answered stands in the other's row alone. */
export const introductionSides = pgTable(
  'introduction_sides',
  {
    introductionId: uuid('introduction_id').notNull(),
    placeId: placeRef(),
    turn: text('turn', { enum: TURNS }).notNull(),
    organisationId: uuid('organisation_id').notNull(),
    /** The broker's sentence about them, which the other reads. */
    about: text('about').notNull(),
    /** The same in their own words. */
    ownAbout: text('own_about'),
    askedAt: instant('asked_at'),
    answerBy: instant('answer_by'),
    /** Of the link in their letter. */
    tokenHash: bytea('token_hash').unique(),
    answer: text('answer', { enum: ['yes', 'no', 'taken-back'] }),
    answeredAt: instant('answered_at'),
    /** Nobody where it was answered with the link of a letter. */
    answeredBy: uuid('answered_by').references(() => people.id),
    known: text('known', { enum: KNOWN }),
    share: text('share', { enum: SHARES }),
    /** After a yes: when they hear that it did not come about, whatever the reason. */
    tellAt: instant('tell_at'),
    toldAt: instant('told_at'),
    outcome: text('outcome', { enum: OUTCOMES }),
  },
  (t) => [
    primaryKey({ columns: [t.introductionId, t.turn] }),
    foreignKey({
      columns: [t.placeId, t.introductionId],
      foreignColumns: [introductions.placeId, introductions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    unique('introduction_sides_two').on(t.introductionId, t.organisationId),
    index('introduction_sides_of_organisation').on(t.organisationId),
    index('introduction_sides_to_tell')
      .on(t.tellAt)
      .where(sql`tell_at is not null and told_at is null`),
    check(
      'introduction_sides_about',
      sql`char_length(about) <= 200 and char_length(own_about) <= 200`,
    ),
    check(
      'introduction_sides_asked',
      sql`(asked_at is null) = (answer_by is null) and (answer is null) = (answered_at is null)
        and (answer is null or asked_at is not null)`,
    ),
    /** Only a yes shares anything. */
    check(
      'introduction_sides_yes',
      sql`(coalesce(answer, 'no') = 'no') = (share is null) and (share is null) = (known is null)
        and (share is null) = (tell_at is null) and (outcome is null or answer = 'yes')`,
    ),
  ],
)
