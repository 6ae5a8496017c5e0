import { JOINT_STATES, MEMBER_STATES } from '@howcanwe/shared/joint-interests'
import { POSSIBLE_WITH } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
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
import { born, changed, instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { interests } from '../interests/interests.table.ts'
import { organisations } from '../organisations/organisations.table.ts'

/** Two to six organisations that answer as one (EI3, BR4). Only they read it; what is sent is a row of `interests`. */
export const jointInterests = pgTable(
  'joint_interests',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    state: text('state', { enum: JOINT_STATES }).notNull().default('forming'),
    /** Sends it and hears first; need not be the largest. Null until the first says yes to a broker's seed. */
    convenorId: uuid('convenor_id'),
    purpose: text('purpose').notNull().default(''),
    fromWhen: text('from_when'),
    need: text('need', { enum: POSSIBLE_WITH }).array().notNull().default(sql`'{}'`),
    needNote: text('need_note').notNull().default(''),
    rules: text('rules').notNull().default(''),
    /** Counted up by the database with every change of what is agreed (HW120). */
    termsVersion: integer('terms_version').notNull().default(1),
    interestId: uuid('interest_id'),
    sentTermsVersion: integer('sent_terms_version'),
    seededBy: uuid('seeded_by').references(() => people.id),
    /** When everybody in it is reminded that it has not been sent; null once they were or it has. */
    remindAt: instant('remind_at'),
    createdAt: born(),
    updatedAt: changed(),
  },
  (t) => [
    unique('joint_interests_tenant').on(t.placeId, t.id),
    unique('joint_interests_challenge').on(t.id, t.challengeId),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    foreignKey({
      columns: [t.placeId, t.convenorId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    foreignKey({
      columns: [t.placeId, t.interestId],
      foreignColumns: [interests.placeId, interests.id],
    }),
    check('joint_interests_sent', sql`(state = 'submitted') <= (interest_id is not null)`),
    index('joint_interests_of_challenge').on(t.challengeId),
    index('joint_interests_remind').on(t.remindAt),
  ],
)

export const jointInterestMembers = pgTable(
  'joint_interest_members',
  {
    placeId: placeRef(),
    jointInterestId: uuid('joint_interest_id').notNull(),
    challengeId: uuid('challenge_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    state: text('state', { enum: MEMBER_STATES }).notNull().default('invited'),
    /** Why they were asked; empty for whoever began it. */
    why: text('why').notNull().default(''),
    /** What all said together when this one was asked: until it says yes it reads no more than that (S-02). */
    askedPurpose: text('asked_purpose').notNull().default(''),
    /** Why a broker's seed asked it; null for whoever was asked in any other way. Asking again leaves it alone. */
    seedWhy: text('seed_why'),
    /** No letter of the seed reached it: the broker passes it on. Set once, whatever it answers (S-02). */
    byHand: boolean('by_hand').notNull().default(false),
    part: text('part').notNull().default(''),
    role: text('role').notNull().default(''),
    hoursPerMonth: integer('hours_per_month').notNull().default(0),
    pence: integer('pence').notNull().default(0),
    nameOnly: text('name_only'),
    nameOnlyBy: uuid('name_only_by').references(() => people.id),
    conflict: boolean('conflict').notNull().default(false),
    conflictNote: text('conflict_note').notNull().default(''),
    /** Which version of the terms they said yes to. */
    agreedVersion: integer('agreed_version'),
    agreedBy: uuid('agreed_by').references(() => people.id),
    agreedAt: instant('agreed_at'),
    invitedAt: instant('invited_at').notNull().defaultNow(),
    answeredAt: instant('answered_at'),
  },
  (t) => [
    primaryKey({ columns: [t.jointInterestId, t.organisationId] }),
    foreignKey({
      columns: [t.placeId, t.jointInterestId],
      foreignColumns: [jointInterests.placeId, jointInterests.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.jointInterestId, t.challengeId],
      foreignColumns: [jointInterests.id, jointInterests.challengeId],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    uniqueIndex('joint_interest_members_one_each')
      .on(t.challengeId, t.organisationId)
      .where(sql`state = 'joined'`),
    check('joint_interest_members_share', sql`hours_per_month between 0 and 300 and pence >= 0`),
    check(
      'joint_interest_members_name_only',
      sql`(name_only is null) = (name_only_by is null) and (name_only is null or length(btrim(name_only)) >= 20)`,
    ),
    check(
      'joint_interest_members_agreed',
      sql`(agreed_version is null) = (agreed_at is null) and (agreed_version is null or state = 'joined')`,
    ),
    index('joint_interest_members_of').on(t.organisationId, t.state),
  ],
)
