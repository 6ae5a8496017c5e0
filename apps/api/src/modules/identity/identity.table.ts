import { FORMATS } from '@howcanwe/shared/formats'
import { CHANNELS, ROLES } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import {
  boolean,
  check,
  foreignKey,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, bytea, instant, placeRef, primaryId, version } from '../../db/columns.ts'
import { places } from '../places/places.table.ts'

/**
 * A person of the installation; roles and memberships tie them to places. An erased person stays as an id that
 * decisions and totals point at; a check and a trigger keep the rest of the row empty for good.
 */
export const people = pgTable(
  'people',
  {
    id: primaryId(),
    displayName: text('display_name'),
    email: text('email').unique(),
    /** E.164. Two people may share one until one of them has proven it theirs. */
    phone: text('phone'),
    phoneVerifiedAt: instant('phone_verified_at'),
    preferredChannel: text('preferred_channel', { enum: CHANNELS }).notNull().default('email'),
    language: text('language').notNull().default('en'),
    verifiedAt: instant('verified_at'),
    /** How they like to read and follow: from a closed list, never why. */
    /** When the list was last agreed to: places taken later do not show it before it is saved again. */
    formatsAt: instant('formats_at'),
    formats: text('formats', { enum: FORMATS }).array().notNull().default([]),
    /** Kept here because sessions are forgotten; a day exact. Who never signed in was last seen when they were put in. */
    lastSeenAt: instant('last_seen_at').notNull().defaultNow(),
    /** When somebody long away was told that their details go; emptied as soon as they sign in. */
    dormantToldAt: instant('dormant_told_at'),
    /** The letter that told them: nobody is erased before it has left. */
    dormantLetterId: uuid('dormant_letter_id'),
    erasedAt: instant('erased_at'),
    createdAt: born(),
    version: version(),
  },
  (t) => [
    index('people_by_last_seen').on(t.lastSeenAt).where(sql`erased_at is null`),
    index('people_with_formats').on(t.id).where(sql`cardinality(formats) > 0`),
    check(
      'people_formats',
      sql`formats <@ array['large-print', 'easy-read', 'audio', 'sign-language', 'translated', 'paper']`,
    ),
    uniqueIndex('people_phone_once').on(t.phone).where(sql`phone_verified_at is not null`),
    check('people_phone_e164', sql`phone is null or phone ~ '^[+][1-9][0-9]{7,14}$'`),
    check('people_phone_proven', sql`phone_verified_at is null or phone is not null`),
    /** One is enough (§2.2), and none is too few: whoever has signed in can do so again. */
    check(
      'people_reachable',
      sql`verified_at is null or erased_at is not null or email is not null or phone_verified_at is not null`,
    ),
    check(
      'people_erased_are_blank',
      sql`erased_at is null or (email is null and phone is null and formats = '{}' and display_name in ('a resident', 'een bewoner'))`,
    ),
  ],
)

export const GRANT_SCOPES = ['place', 'organisation', 'challenge', 'group'] as const
export const GRANT_STATES = ['requested', 'granted', 'suspended', 'ended'] as const

/**
 * Who may do what, where, from when until when, and by whose leave (`product-spec.md` §2.2, RoleGrant). `member` is
 * never granted: whoever belongs to an organisation is one.
 */
export const roleGrants = pgTable(
  'role_grants',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role', { enum: ROLES }).notNull(),
    /** Over the whole place, or over one thing in it. */
    scopeKind: text('scope_kind', { enum: GRANT_SCOPES }).notNull().default('place'),
    scopeId: uuid('scope_id'),
    state: text('state', { enum: GRANT_STATES }).notNull().default('granted'),
    /** Who asked for it: the person, or the steward who needs a second one (`trust.md` §4.5). */
    requestedBy: uuid('requested_by').references(() => people.id),
    /** Why, as the person who asked for it wrote it. */
    words: text('words'),
    /** Null where the place was set up with it, and while nobody has granted what was asked for. */
    grantedBy: uuid('granted_by').references(() => people.id),
    grantedAt: instant('granted_at').notNull().defaultNow(),
    /** The last instant it counts, where it was given for a time. */
    until: instant('until'),
    suspendedAt: instant('suspended_at'),
    endedAt: instant('ended_at'),
    /** What the person was told when it was suspended or ended. */
    reason: text('reason'),
    version: version(),
  },
  (t) => [
    uniqueIndex('role_held_once')
      .on(
        t.placeId,
        t.personId,
        t.role,
        t.scopeKind,
        sql`coalesce(${t.scopeId}, '00000000-0000-0000-0000-000000000000')`,
      )
      .where(sql`ended_at is null`),
    index('roles_of_person').on(t.personId),
    check(
      'role_grants_role',
      sql`role in ('commissioner', 'broker', 'facilitator', 'steward', 'elected-member', 'funder', 'finance-clerk')`,
    ),
    check(
      'role_grants_scope',
      sql`scope_kind in ('place', 'organisation', 'challenge', 'group') and (scope_kind = 'place') = (scope_id is null)`,
    ),
    check(
      'role_grants_state',
      sql`state in ('requested', 'granted', 'suspended', 'ended') and (state = 'ended') = (ended_at is not null)`,
    ),
    check(
      'role_grants_fits',
      sql`scope_kind = 'place' or (role, scope_kind) in (('commissioner', 'organisation'), ('commissioner', 'challenge'), ('broker', 'challenge'), ('facilitator', 'group'))`,
    ),
    check('role_grants_words', sql`char_length(words) <= 300 and char_length(reason) <= 500`),
    check('role_grants_lasts', sql`until is null or until > granted_at`),
    check('role_grants_not_by_oneself', sql`granted_by is null or granted_by <> person_id`),
  ],
)

const oneOfBoth = sql`num_nonnulls(email, phone) = 1`

/** One sign-in mail or text: a link and six digits, both hashed, ten minutes, one use, five tries. */
export const signInRequests = pgTable(
  'sign_in_requests',
  {
    id: primaryId(),
    /** HMAC of the address or number, keyed by which of them: counts requests without holding it twice. */
    addressHash: bytea('email_hash').notNull(),
    email: text('email'),
    /** E.164. */
    phone: text('phone'),
    language: text('language').notNull(),
    linkHash: bytea('link_hash').notNull().unique(),
    codeHash: bytea('code_hash').notNull(),
    /** Binds the link to the browser that asked. */
    browserHash: bytea('browser_hash').notNull(),
    /** HMAC of the network address that asked: counts who asks too often. Gone with the row, within a day. */
    ipHash: bytea('ip_hash'),
    sharedComputer: boolean('shared_computer').notNull(),
    tries: integer('tries').notNull().default(0),
    createdAt: born(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('sign_in_by_address').on(t.addressHash, t.createdAt),
    /** For counting how many numbers one network asks texts for. */
    index('sign_in_texts').on(t.ipHash, t.createdAt).where(sql`phone is not null`),
    check('sign_in_by_one', oneOfBoth),
  ],
)

/** A wish to sign in with another address or number: six digits went there, hashed, ten minutes, one use, five tries. */
export const contactChanges = pgTable(
  'contact_changes',
  {
    id: primaryId(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    email: text('email'),
    /** E.164. */
    phone: text('phone'),
    codeHash: bytea('code_hash').notNull(),
    tries: integer('tries').notNull().default(0),
    createdAt: born(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('contact_changes_of_person').on(t.personId, t.createdAt),
    check('contact_changes_of_one', oneOfBoth),
  ],
)

/** A device that is signed in. Revoking this one row ends every token of it. */
export const sessions = pgTable(
  'sessions',
  {
    id: primaryId(),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    sharedComputer: boolean('shared_computer').notNull(),
    /** 'Firefox, Android', as far as the browser said: so that people can tell their devices apart. */
    device: text('device'),
    /** When whoever holds it last proved who they are: by signing in, and again before what must not be a slip. */
    provenAt: instant('proven_at').notNull().defaultNow(),
    /** When a second factor was shown in it; powerful roles sleep without one. */
    factorAt: instant('factor_at'),
    createdAt: born(),
    lastUsedAt: instant('last_used_at').notNull().defaultNow(),
    expiresAt: instant('expires_at').notNull(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [index('sessions_of_person').on(t.personId)],
)

/** Refresh tokens, one use each; the next is derived from the last, so a grace period can answer the same again. */
export const refreshTokens = pgTable(
  'refresh_tokens',
  {
    tokenHash: bytea('token_hash').primaryKey(),
    sessionId: uuid('session_id').notNull(),
    createdAt: born(),
    usedAt: instant('used_at'),
  },
  (t) => [
    foreignKey({ columns: [t.sessionId], foreignColumns: [sessions.id] }).onDelete('cascade'),
    index('refresh_by_session').on(t.sessionId),
  ],
)
