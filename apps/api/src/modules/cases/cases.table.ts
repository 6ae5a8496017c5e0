import { ACTIONS, MOST_MINUTES, STAGES, SUBJECTS } from '@howcanwe/shared/cases'
import { sql } from 'drizzle-orm'
import { check, foreignKey, index, integer, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { born, changed, instant, placeRef, primaryId, version } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { groups } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'
import { organisations } from '../organisations/organisations.table.ts'
import { registerEntries } from '../register/register.table.ts'

const personRef = (name: string) =>
  uuid(name)
    .notNull()
    .references(() => people.id)

/** What a broker carries through the partnering cycle (`product-spec.md` §2.5). For brokers of the place alone. */
export const brokerCases = pgTable(
  'broker_cases',
  {
    id: primaryId(),
    placeId: placeRef(),
    title: text('title').notNull(),
    subjectKind: text('subject_kind', { enum: SUBJECTS }).notNull(),
    /** Its subject, or the challenge it is also about. */
    challengeId: uuid('challenge_id'),
    organisationId: uuid('organisation_id'),
    otherOrganisationId: uuid('other_organisation_id'),
    registerEntryId: uuid('register_entry_id').references(() => registerEntries.id),
    groupId: uuid('group_id'),
    stage: text('stage', { enum: STAGES }).notNull().default('scoping'),
    nextAction: text('next_action').notNull().default(''),
    /** YYYY-MM-DD in the place's own zone. */
    dueOn: text('due_on'),
    neutralityNote: text('neutrality_note').notNull().default(''),
    brokerKind: text('broker_kind', { enum: ['internal', 'external'] })
      .notNull()
      .default('internal'),
    brokerId: personRef('broker_id'),
    state: text('state', { enum: ['open', 'closed'] })
      .notNull()
      .default('open'),
    outcome: text('outcome').notNull().default(''),
    closedAt: instant('closed_at'),
    createdAt: born(),
    updatedAt: changed(),
    version: version(),
  },
  (t) => [
    unique('broker_cases_tenant').on(t.placeId, t.id),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    foreignKey({
      columns: [t.placeId, t.otherOrganisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    foreignKey({
      columns: [t.placeId, t.groupId],
      foreignColumns: [groups.placeId, groups.id],
    }),
    check(
      'broker_cases_subject',
      sql`case subject_kind
        when 'challenge' then challenge_id is not null and num_nonnulls(organisation_id, other_organisation_id, register_entry_id, group_id) = 0
        when 'organisation' then organisation_id is not null and num_nonnulls(other_organisation_id, register_entry_id, group_id) = 0
        when 'register' then register_entry_id is not null and num_nonnulls(organisation_id, other_organisation_id, group_id) = 0
        when 'pair' then organisation_id is not null and other_organisation_id is not null
          and organisation_id <> other_organisation_id and num_nonnulls(register_entry_id, group_id) = 0
        when 'group' then group_id is not null and num_nonnulls(organisation_id, other_organisation_id, register_entry_id) = 0
        else false end`,
    ),
    check(
      'broker_cases_closed',
      sql`(state = 'closed') = (closed_at is not null and outcome <> '')`,
    ),
    index('broker_cases_queue').on(t.placeId, t.state, t.dueOn),
    index('broker_cases_of_challenge').on(t.challengeId),
  ],
)

/** When a case moved from stage to stage. Only ever grows. */
export const brokerCaseMoves = pgTable(
  'broker_case_moves',
  {
    id: primaryId(),
    placeId: placeRef(),
    caseId: uuid('case_id').notNull(),
    fromStage: text('from_stage', { enum: STAGES }),
    toStage: text('to_stage', { enum: STAGES }).notNull(),
    movedBy: personRef('moved_by'),
    at: instant('at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.caseId],
      foreignColumns: [brokerCases.placeId, brokerCases.id],
    }),
    index('broker_case_moves_of_case').on(t.caseId, t.at),
  ],
)

/** What a broker did, line by line. Only ever grows; without a case where none was open. */
export const brokerActions = pgTable(
  'broker_actions',
  {
    id: primaryId(),
    placeId: placeRef(),
    caseId: uuid('case_id'),
    challengeId: uuid('challenge_id'),
    organisationId: uuid('organisation_id'),
    /** The other of two. Nobody who belongs to either reads the line. */
    otherOrganisationId: uuid('other_organisation_id'),
    registerEntryId: uuid('register_entry_id').references(() => registerEntries.id),
    brokerId: personRef('broker_id'),
    kind: text('kind', { enum: ACTIONS }).notNull(),
    whoAsked: text('who_asked').notNull().default(''),
    consentReference: text('consent_reference').notNull().default(''),
    minutes: integer('minutes').notNull().default(0),
    outcome: text('outcome').notNull().default(''),
    /** YYYY-MM-DD where it was another day than the one it was written down. */
    happenedOn: text('happened_on'),
    at: instant('at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.caseId],
      foreignColumns: [brokerCases.placeId, brokerCases.id],
    }),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    foreignKey({
      columns: [t.placeId, t.otherOrganisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    check('broker_actions_minutes', sql`minutes between 0 and ${sql.raw(String(MOST_MINUTES))}`),
    index('broker_actions_of_case').on(t.caseId, t.at),
    index('broker_actions_of_broker').on(t.placeId, t.brokerId, t.at),
    index('broker_actions_of_challenge').on(t.challengeId),
  ],
)

/** A broker says by hand: in this challenge somebody else has to broker. Stands once said. */
export const brokerConflicts = pgTable(
  'broker_conflicts',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    brokerId: personRef('broker_id'),
    note: text('note').notNull().default(''),
    declaredAt: instant('declared_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    unique('broker_conflicts_once').on(t.challengeId, t.brokerId),
  ],
)

/** What a broker typed for an organisation, read back to whoever asked (PE3). Only ever grows. */
export const typedEntries = pgTable(
  'typed_entries',
  {
    id: primaryId(),
    placeId: placeRef(),
    organisationId: uuid('organisation_id').notNull(),
    challengeId: uuid('challenge_id'),
    what: text('what', {
      enum: ['organisation', 'capacity', 'interest', 'introduction'],
    }).notNull(),
    /** Whose answer it is; of introductions, which stand to the right of cases. */
    introductionId: uuid('introduction_id'),
    typedBy: personRef('typed_by'),
    whoAsked: text('who_asked').notNull(),
    /** Whether the organisation could be told at once. */
    told: text('told', { enum: ['sent', 'slip'] }).notNull(),
    readBackAt: instant('read_back_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    check('typed_entries_asked', sql`who_asked <> ''`),
    check('typed_entries_interest', sql`(what = 'interest') = (challenge_id is not null)`),
    check(
      'typed_entries_introduction',
      sql`(what = 'introduction') = (introduction_id is not null)`,
    ),
    unique('typed_entries_one_answer').on(t.introductionId, t.organisationId),
    index('typed_entries_of_organisation').on(t.organisationId),
  ],
)

/** A printed slip with which somebody takes over what was typed for them. The code itself is kept nowhere. */
export const claimSlips = pgTable(
  'claim_slips',
  {
    id: primaryId(),
    placeId: placeRef(),
    organisationId: uuid('organisation_id').notNull(),
    /** Keyed, for words and digits are quickly guessed from a bare hash. */
    codeHash: text('code_hash').notNull(),
    printedBy: personRef('printed_by'),
    printedAt: instant('printed_at').notNull().default(sql`clock_timestamp()`),
    expiresAt: instant('expires_at').notNull(),
    /** A newer slip took its place. */
    replacedAt: instant('replaced_at'),
    usedAt: instant('used_at'),
    usedBy: uuid('used_by').references(() => people.id),
  },
  (t) => [
    unique('claim_slips_code').on(t.codeHash),
    foreignKey({
      columns: [t.placeId, t.organisationId],
      foreignColumns: [organisations.placeId, organisations.id],
    }),
    check('claim_slips_used', sql`(used_at is null) = (used_by is null)`),
    index('claim_slips_of_organisation').on(t.organisationId),
  ],
)

/** Codes that were not right: five a day and a person. */
export const claimTries = pgTable(
  'claim_tries',
  {
    id: primaryId(),
    personId: personRef('person_id'),
    at: instant('at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [index('claim_tries_of_person').on(t.personId, t.at)],
)
