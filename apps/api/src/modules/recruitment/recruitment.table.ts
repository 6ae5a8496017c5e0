import { CONTACT_BY, SAID_BY, WAYS } from '@howcanwe/shared/codesign'
import {
  RECRUITMENT_STATES,
  RECRUITMENT_WAYS,
  type RecruitmentDesk,
  type TargetCategory,
} from '@howcanwe/shared/recruitment'
import { sql } from 'drizzle-orm'
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, bytea, instant, placeRef, primaryId } from '../../db/columns.ts'
import { groupMembers, groups } from '../codesign/codesign.table.ts'
import { people } from '../identity/identity.table.ts'

/** What the draw kept and what it could not (T12), as it was worked out when names were closed. */
export interface KeptTargets {
  held: number
  targets: { category: string; feature: string; min: number; max: number }[]
  shortages: RecruitmentDesk['shortages']
  relaxed: RecruitmentDesk['relaxed']
  /** Names for each target, and together. */
  applied: number[]
  names: number
  /** Mean chance for each target, in thousandths; null where nobody applied. */
  chances: (number | null)[]
  lowest: number | null
  highest: number | null
}

/**
 * How a group finds its people (CD7). Triggers let targets and promise stand as they were published, let states move one
 * way only, and let nobody draw before the sheets are fixed and the figure is known (S-07).
 */
export const recruitments = pgTable(
  'recruitments',
  {
    id: primaryId(),
    placeId: placeRef(),
    groupId: uuid('group_id').notNull(),
    state: text('state', { enum: RECRUITMENT_STATES }).notNull().default('open'),
    way: text('way', { enum: RECRUITMENT_WAYS }),
    seats: integer('seats').notNull(),
    categories: jsonb('categories').$type<TargetCategory[]>().notNull(),
    closesAt: instant('closes_at').notNull(),
    publicSource: text('public_source').notNull(),
    publicAt: instant('public_at').notNull(),
    /** SHA-256 of the secret, which lies in the vault until the draw. */
    commitment: text('commitment').notNull(),
    /** The very text of the published file, so that its fingerprint can be worked out anew. */
    box: text('box'),
    boxHash: text('box_hash'),
    sheets: integer('sheets').notNull().default(0),
    kept: jsonb('kept').$type<KeptTargets>(),
    closedAt: instant('closed_at'),
    typedValue: text('typed_value'),
    typedBy: uuid('typed_by').references(() => people.id),
    publicValue: text('public_value'),
    secret: text('secret'),
    seed: text('seed'),
    sheet: integer('sheet'),
    drawnBy: uuid('drawn_by').references(() => people.id),
    drawnAt: instant('drawn_at'),
    /** Of those who came up, how many count towards each target; answers are gone by then (M27). */
    result: jsonb('result').$type<{ drawn: number; counts: number[] }>(),
    confirmedBy: uuid('confirmed_by').references(() => people.id),
    confirmedAt: instant('confirmed_at'),
    calledOffBy: uuid('called_off_by').references(() => people.id),
    /** Set by the database's clock. */
    calledOffAt: instant('called_off_at'),
    /** In the words everybody in the pool was told. */
    calledOffWhy: text('called_off_why'),
    openedBy: uuid('opened_by')
      .notNull()
      .references(() => people.id),
    createdAt: born(),
  },
  (t) => [
    unique('recruitments_tenant').on(t.placeId, t.id),
    foreignKey({ columns: [t.placeId, t.groupId], foreignColumns: [groups.placeId, groups.id] }),
    uniqueIndex('recruitments_one_at_a_time')
      .on(t.groupId)
      .where(sql`state not in ('confirmed', 'called-off')`),
    index('recruitments_of_group').on(t.groupId, t.createdAt),
    index('recruitments_to_close').on(t.closesAt).where(sql`state = 'open'`),
    /** One draw from one box, and never again (S-07). */
    uniqueIndex('recruitments_one_draw').on(t.boxHash).where(sql`box_hash is not null`),
    check(
      'recruitments_state',
      sql`state in ('open', 'closed', 'drawn', 'confirmed', 'called-off')`,
    ),
    check('recruitments_seats', sql`seats between 3 and 60`),
    check('recruitments_in_order', sql`closes_at < public_at`),
    check('recruitments_commitment', sql`commitment ~ '^[0-9a-f]{64}$'`),
    check(
      'recruitments_closed',
      sql`(state = 'open' or state = 'called-off' and closed_at is null) = (way is null) and (way is null) = (kept is null)`,
    ),
    check(
      'recruitments_box',
      sql`(box is not null) = (way is not distinct from 'lottery') and
      (box is null) = (box_hash is null) and box_hash = encode(sha256(convert_to(box, 'UTF8')), 'hex')`,
    ),
    check(
      'recruitments_secret',
      sql`commitment = encode(sha256(convert_to(secret, 'UTF8')), 'hex')`,
    ),
    check(
      'recruitments_seed',
      sql`(seed is null) = (secret is null) and (seed is null) = (public_value is null) and
      (seed is null) = (sheet is null) and
      seed = encode(sha256(convert_to(secret || '|' || public_value, 'UTF8')), 'hex')`,
    ),
    check(
      'recruitments_drawn',
      sql`way is distinct from 'lottery' or (state in ('drawn', 'confirmed')) = (seed is not null)`,
    ),
    /** Two people typed the figure. */
    check('recruitments_two_people', sql`drawn_by is null or drawn_by <> typed_by`),
    check('recruitments_confirmed', sql`(state = 'confirmed') = (confirmed_by is not null)`),
    /** With a reason, and nothing was drawn (CD7). */
    check(
      'recruitments_called_off',
      sql`(state = 'called-off') = (called_off_at is not null) and (called_off_at is null) = (called_off_by is null) and
      (called_off_at is null) = (called_off_why is null) and length(called_off_why) >= 20 and
      (state <> 'called-off' or seed is null and result is null)`,
    ),
  ],
)

/** A first name in the draw. Once it is over, or taken out, nothing but the number is left. */
export const recruitmentNames = pgTable(
  'recruitment_names',
  {
    id: primaryId(),
    placeId: placeRef(),
    recruitmentId: uuid('recruitment_id').notNull(),
    /** By lot, so that it tells nothing about who came first. */
    number: integer('number').notNull(),
    reference: text('reference').notNull(),
    firstName: text('first_name').notNull(),
    contactBy: text('contact_by', { enum: CONTACT_BY }).notNull(),
    contact: text('contact').notNull(),
    /** HMAC of the folded contact: one name a person. */
    contactHash: bytea('contact_hash').notNull(),
    ways: text('ways', { enum: WAYS }).array().notNull(),
    language: text('language').notNull(),
    consentVersion: text('consent_version').notNull(),
    /** Feature by category; what needs a consent of its own stands apart. */
    answers: jsonb('answers').$type<Record<string, string>>().notNull(),
    state: text('state', { enum: ['in', 'out', 'drawn', 'not-drawn'] })
      .notNull()
      .default('in'),
    memberId: uuid('member_id'),
    /** Who wrote it down, where the person did not; and how they said it. */
    enteredBy: uuid('entered_by').references(() => people.id),
    saidBy: text('said_by', { enum: SAID_BY }),
    /** HMAC of the words on the slip; five tries a day. */
    wordsHash: bytea('words_hash'),
    wordsTries: integer('words_tries').notNull().default(0),
    wordsTriedOn: date('words_tried_on'),
    /** How many slips were made anew: links from before carry a smaller number, and open nothing. */
    slipsRenewed: integer('slips_renewed').notNull().default(0),
    createdAt: born(),
  },
  (t) => [
    unique('recruitment_names_tenant').on(t.placeId, t.id),
    foreignKey({
      columns: [t.placeId, t.recruitmentId],
      foreignColumns: [recruitments.placeId, recruitments.id],
    }),
    foreignKey({
      columns: [t.placeId, t.memberId],
      foreignColumns: [groupMembers.placeId, groupMembers.id],
    }),
    unique('recruitment_names_number').on(t.recruitmentId, t.number),
    unique('recruitment_names_reference').on(t.recruitmentId, t.reference),
    uniqueIndex('recruitment_names_once')
      .on(t.recruitmentId, t.contactHash)
      .where(sql`length(contact_hash) > 0`),
    check('recruitment_names_state', sql`state in ('in', 'out', 'drawn', 'not-drawn')`),
    check(
      'recruitment_names_out_are_blank',
      sql`state <> 'out' or (first_name = '' and contact = '' and length(contact_hash) = 0 and answers = '{}'
      and words_hash is null)`,
    ),
    check('recruitment_names_entered', sql`(entered_by is null) = (said_by is null)`),
    index('recruitment_names_with_words').on(t.reference).where(sql`words_hash is not null`),
  ],
)

/**
 * Answers about health, ethnic origin, belief and the like. A row is there only while a consent of its own stands
 * (HW170), and goes with it; it goes for everybody when the draw is confirmed.
 */
export const recruitmentSpecialAnswers = pgTable(
  'recruitment_special_answers',
  {
    nameId: uuid('name_id')
      .notNull()
      .references(() => recruitmentNames.id, { onDelete: 'cascade' }),
    category: text('category').notNull(),
    feature: text('feature').notNull(),
  },
  (t) => [primaryKey({ columns: [t.nameId, t.category] })],
)
