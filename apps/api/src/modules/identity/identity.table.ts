import { ROLES } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import {
  boolean,
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

/** A person of the installation; roles and memberships tie them to places. */
export const people = pgTable('people', {
  id: primaryId(),
  displayName: text('display_name'),
  email: text('email').unique(),
  language: text('language').notNull().default('en'),
  verifiedAt: instant('verified_at'),
  erasedAt: instant('erased_at'),
  createdAt: born(),
  version: version(),
})

export const roleGrants = pgTable(
  'role_grants',
  {
    id: primaryId(),
    placeId: placeRef().references(() => places.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => people.id),
    role: text('role', { enum: ROLES }).notNull(),
    grantedAt: instant('granted_at').notNull().defaultNow(),
    endedAt: instant('ended_at'),
  },
  (t) => [
    uniqueIndex('role_held_once').on(t.placeId, t.personId, t.role).where(sql`ended_at is null`),
    index('roles_of_person').on(t.personId),
  ],
)

/** One sign-in mail: a link and six digits, both hashed, ten minutes, one use, five tries. */
export const signInRequests = pgTable(
  'sign_in_requests',
  {
    id: primaryId(),
    /** HMAC of the address: counts requests without holding the address twice. */
    emailHash: bytea('email_hash').notNull(),
    email: text('email').notNull(),
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
  (t) => [index('sign_in_by_address').on(t.emailHash, t.createdAt)],
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
