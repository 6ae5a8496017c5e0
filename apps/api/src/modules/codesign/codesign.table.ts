import {
  BLOCS,
  CONTACT_BY,
  GROUP_STATES,
  RUNGS,
  SAID_BY,
  SESSION_STATES,
  WAYS,
} from '@howcanwe/shared/codesign'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, bytea, instant, placeRef, primaryId } from '../../db/columns.ts'
import { challenges } from '../challenges/challenges.table.ts'
import { people } from '../identity/identity.table.ts'

export const groups = pgTable(
  'groups',
  {
    id: primaryId(),
    placeId: placeRef(),
    challengeId: uuid('challenge_id').notNull(),
    name: text('name').notNull(),
    about: text('about').notNull(),
    rung: text('rung', { enum: RUNGS }).notNull(),
    decides: text('decides').notNull(),
    shapes: text('shapes').notNull(),
    fixed: text('fixed').notNull(),
    answersBy: text('answers_by').notNull(),
    youGet: text('you_get').notNull(),
    facilitatorId: uuid('facilitator_id')
      .notNull()
      .references(() => people.id),
    facilitatorPhone: text('facilitator_phone'),
    places: integer('places').notNull(),
    /** Claimed in one statement, so that two people cannot take the last place (T-07). */
    taken: integer('taken').notNull().default(0),
    state: text('state', { enum: GROUP_STATES }).notNull().default('recruiting'),
    /** 'maple-otter': on posters, to say and to type; once in an installation. */
    joinCode: text('join_code'),
    createdAt: born(),
  },
  (t) => [
    unique('groups_tenant').on(t.placeId, t.id),
    index('groups_of_facilitator').on(t.facilitatorId),
    foreignKey({
      columns: [t.placeId, t.challengeId],
      foreignColumns: [challenges.placeId, challenges.id],
    }),
    check('groups_never_overfilled', sql`taken between 0 and places`),
    check(
      'groups_rung',
      sql`rung in ('educating', 'informing', 'consultation', 'engagement', 'co-design', 'co-production')`,
    ),
    check(
      'groups_state',
      sql`state in ('recruiting', 'convened', 'active', 'reporting-back', 'homework-marked', 'closed')`,
    ),
    check('groups_join_code', sql`join_code ~ '^[a-z]+-[a-z]+(-[0-9]+)?$'`),
    uniqueIndex('groups_join_code_once').on(t.joinCode),
    index('groups_of_challenge').on(t.challengeId),
  ],
)

export const groupSessions = pgTable(
  'group_sessions',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    venue: text('venue').notNull(),
    address: text('address'),
    gettingThere: text('getting_there').notNull(),
    stepFree: boolean('step_free').notNull(),
    /** https, for who takes part by video; only members are shown it. */
    link: text('link'),
    /** When there is a pause, in words. */
    breaks: text('breaks').notNull().default(''),
    /** Seats in the room; null: as many as come. */
    capacity: integer('capacity'),
    /** What is paid for: the session and getting ready for it (CD3, CD4). */
    paidMinutes: integer('paid_minutes').notNull().default(180),
    state: text('state', { enum: SESSION_STATES }).notNull().default('announced'),
    /** iCalendar SEQUENCE: the database lets it go up with every change, so that calendars follow. */
    sequence: integer('sequence').notNull().default(0),
    /** Set by the database's clock. */
    cancelledAt: instant('cancelled_at'),
    /** The start people keep free, by the database: a late move to another hour of the day leaves it as it was. */
    promisedStart: instant('promised_start'),
    /** Less than 48 hours before the start, or the one promised: paid all the same (§2.11). */
    cancelledLate: boolean('cancelled_late').generatedAlwaysAs(
      sql`coalesce(least(starts_at, promised_start) - cancelled_at < interval '48 hours', false)`,
    ),
    cancelledWhy: text('cancelled_why').notNull().default(''),
    /** Five working days before: papers are out by then, or what they are about comes off (§4.2). */
    papersDueAt: instant('papers_due_at'),
    papersSettledAt: instant('papers_settled_at'),
    agendaPublishedAt: instant('agenda_published_at'),
    heldAt: instant('held_at'),
    notes: text('notes').notNull().default(''),
    /** Five working days after. */
    notesDueAt: instant('notes_due_at'),
    notesSharedAt: instant('notes_shared_at'),
    notesRemindedAt: instant('notes_reminded_at'),
    /** When something that was settled opened again; null once whoever runs the group is told. */
    reopenedAt: instant('reopened_at'),
    createdAt: born(),
  },
  (t) => [
    index('group_sessions_reopened').on(t.groupId).where(sql`reopened_at is not null`),
    unique('sessions_tenant').on(t.placeId, t.id),
    check(
      'sessions_state',
      sql`state in ('announced', 'access-check', 'confirmed', 'held', 'notes-shared', 'paid', 'closed', 'cancelled')`,
    ),
    check('sessions_cancelled', sql`(state = 'cancelled') = (cancelled_at is not null)`),
    check('sessions_capacity', sql`capacity between 1 and 1000`),
    check('sessions_paid_minutes', sql`paid_minutes between 0 and 960`),
    check('sessions_link', sql`link ~ '^https://'`),
    check('sessions_notes', sql`notes_shared_at is null or notes <> ''`),
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    check(
      'sessions_two_hours',
      sql`ends_at > starts_at and ends_at <= starts_at + interval '2 hours'`,
    ),
    index('sessions_of_group').on(t.groupId, t.startsAt),
  ],
)

/** A resident in a group: a first name and one way to be reached. Needs lie in the vault, not here. */
export const groupMembers = pgTable(
  'group_members',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    reference: text('reference').notNull(),
    firstName: text('first_name').notNull(),
    contactBy: text('contact_by', { enum: CONTACT_BY }).notNull(),
    contact: text('contact').notNull(),
    /** HMAC of the folded contact: one place a person, without a readable index of people. */
    contactHash: bytea('contact_hash').notNull(),
    ways: text('ways', { enum: WAYS }).array().notNull(),
    language: text('language').notNull(),
    consentVersion: text('consent_version').notNull(),
    manageHash: bytea('manage_hash').notNull().unique(),
    state: text('state', { enum: ['joined', 'contacted', 'resting', 'left'] })
      .notNull()
      .default('joined'),
    /** Which of three voices they sit with (§4.2); fixed once the charter is agreed (HW167). */
    bloc: text('bloc', { enum: BLOCS }).notNull().default('residents'),
    organisation: text('organisation').notNull().default(''),
    /** The account this place was joined to; most have none. */
    personId: uuid('person_id').references(() => people.id),
    /** Who wrote it down, where the person did not; and how they said it. */
    enteredBy: uuid('entered_by').references(() => people.id),
    saidBy: text('said_by', { enum: SAID_BY }),
    /** A person gets in touch by then (J-17). */
    contactDueAt: instant('contact_due_at'),
    contactRemindedAt: instant('contact_reminded_at'),
    contactLateAt: instant('contact_late_at'),
    /** They texted STOP: from then on they are rung. */
    textsStoppedAt: instant('texts_stopped_at'),
    /** Goes up when links, words and devices from before shall stop working. */
    keyVersion: integer('key_version').notNull().default(1),
    /** HMAC of the words on the slip; five tries a day. */
    wordsHash: bytea('words_hash'),
    wordsTries: integer('words_tries').notNull().default(0),
    wordsTriedOn: date('words_tried_on'),
    joinedAt: instant('joined_at').notNull().defaultNow(),
    contactedAt: instant('contacted_at'),
    leftAt: instant('left_at'),
  },
  (t) => [
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    unique('members_tenant').on(t.placeId, t.id),
    uniqueIndex('members_once').on(t.groupId, t.contactHash).where(sql`state <> 'left'`),
    uniqueIndex('members_reference').on(t.placeId, t.reference),
    check(
      'members_left_are_blank',
      sql`state <> 'left' or (first_name = '' and contact = '' and length(contact_hash) = 0
        and organisation = '' and person_id is null and words_hash is null)`,
    ),
    check('members_bloc', sql`bloc in ('residents', 'organisations', 'public-bodies')`),
    check('members_state', sql`state in ('joined', 'contacted', 'resting', 'left')`),
    index('members_of_person').on(t.personId).where(sql`person_id is not null`),
    /** Whom nobody has been in touch with. */
    index('members_to_contact')
      .on(t.contactDueAt)
      .where(sql`state = 'joined' and contacted_at is null and contact_late_at is null`),
  ],
)

/** A place that was opened on a device: the digest of what its cookie holds. */
export const groupDevices = pgTable(
  'group_devices',
  {
    id: primaryId(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => groupMembers.id, { onDelete: 'cascade' }),
    /** One cookie may open several places. */
    keyHash: bytea('key_hash').notNull(),
    /** Of the place when it was opened; another now: closed. */
    keyVersion: integer('key_version').notNull(),
    until: instant('until').notNull(),
    createdAt: born(),
  },
  (t) => [
    uniqueIndex('devices_once').on(t.keyHash, t.memberId),
    index('devices_of_member').on(t.memberId),
    index('devices_over').on(t.until),
  ],
)
