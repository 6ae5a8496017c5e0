import { INTEREST_STATES, TOGETHER } from '@howcanwe/shared/interests'
import { POSSIBLE_WITH, SKILLS } from '@howcanwe/shared/organisations'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core'
import { instant, placeRef, primaryId, version } from '../../db/columns.ts'
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
    index('interests_of_organisation').on(t.organisationId),
  ],
)
