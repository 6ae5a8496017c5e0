import {
  type DraftAnswers,
  INTEREST_STATES,
  type JointPart,
  TOGETHER,
  VOICE_MOST_BYTES,
  VOICE_QUESTIONS,
  VOICE_TYPES,
} from '@howcanwe/shared/interests'
import { INCOME_BANDS, POSSIBLE_WITH, SKILLS } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, changed, instant, placeRef, primaryId, version } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'

export const interests = pgTable(
  'interests',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    state: text('state', { enum: INTEREST_STATES }).notNull().default('submitted'),
    why: text('why').notNull(),
    bring: text('bring', { enum: SKILLS }).array().notNull().default(sql`'{}'`),
    bringNote: text('bring_note').notNull(),
    hoursPerMonth: integer('hours_per_month').notNull(),
    fromWhen: text('from_when'),
    need: text('need', { enum: POSSIBLE_WITH }).array().notNull().default(sql`'{}'`),
    needNote: text('need_note').notNull(),
    together: text('together', { enum: TOGETHER }).notNull(),
    togetherWith: text('together_with').notNull(),
    conflict: boolean('conflict').notNull(),
    conflictNote: text('conflict_note').notNull(),
    secondsTaken: integer('seconds_taken'),
    submittedBy: uuid('submitted_by')
      .notNull()
      .references(() => people.id),
    /** When the whole text was in the database, by its own clock, under a lock on the challenge. */
    receivedAt: instant('received_at').notNull(),
    withdrawnAt: instant('withdrawn_at'),
    /** The answer everybody gets (EI5): an outcome always comes with its reason. */
    decisionReason: text('decision_reason'),
    decidedBy: uuid('decided_by').references(() => people.id),
    decidedAt: instant('decided_at'),
    /** Several organisations in one answer (EI3): which, with their parts as they were sent, and as which size it counts. */
    jointInterestId: uuid('joint_interest_id'),
    jointBand: text('joint_band', { enum: INCOME_BANDS }),
    jointParts: jsonb('joint_parts').$type<JointPart[]>(),
    /** Everybody in it beside the one that sent it. */
    parties: uuid('parties').array().notNull().default(sql`'{}'`),
    version: version(),
  },
  (t) => [
    unique('interests_tenant').on(t.placeId, t.id),
    unique('interests_one_each').on(t.challengeId, t.organisationId),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    check(
      'interests_decision_has_reason',
      sql`(state in ('chosen', 'not-this-time')) = (decided_at is not null and length(decision_reason) >= 30)`,
    ),
    check(
      'interests_joint_whole',
      sql`(joint_interest_id is null) = (joint_band is null) and (joint_interest_id is null) = (joint_parts is null)
        and (joint_interest_id is null) = (cardinality(parties) = 0) and cardinality(parties) <= 5`,
    ),
    index('interests_of_organisation').on(t.organisationId),
    index('interests_of_parties').using('gin', t.parties),
  ],
)

/**
 * An unfinished answer, for whoever of the organisation goes on with it on whatever phone. It is no submission, and
 * only members of the organisation ever read it (EI1, `trust.md` §4.2).
 */
export const interestDrafts = pgTable(
  'interest_drafts',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    content: jsonb('content').$type<DraftAnswers>().notNull().default({}),
    /** Seconds somebody has had the questions in sight so far (M4). */
    seconds: integer('seconds').notNull().default(0),
    updatedBy: uuid('updated_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
    updatedAt: changed(),
    version: version(),
  },
  (t) => [
    unique('interest_drafts_one_each').on(t.challengeId, t.organisationId),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }).onDelete('cascade'),
    index('interest_drafts_idle').on(t.updatedAt),
  ],
)

/**
 * A spoken answer: the sound itself lies sealed in the vault under this row's id, and only members of the
 * organisation can open it. Whoever asks reads the words, never this.
 */
export const voiceNotes = pgTable(
  'interest_voice_notes',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    organisationId: uuid('organisation_id').notNull(),
    question: text('question', { enum: VOICE_QUESTIONS }).notNull(),
    mediaType: text('media_type', { enum: VOICE_TYPES }).notNull(),
    /** As the recorder counted. */
    seconds: integer('seconds').notNull(),
    bytes: integer('bytes').notNull(),
    recordedBy: uuid('recorded_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
  },
  (t) => [
    unique('voice_notes_one_each').on(t.challengeId, t.organisationId, t.question),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    check('voice_notes_short', sql`seconds between 1 and 60`),
    check('voice_notes_small', sql`bytes between 1 and ${sql.raw(String(VOICE_MOST_BYTES))}`),
  ],
)
