import { sql } from 'drizzle-orm'
import {
  bigint,
  check,
  index,
  integer,
  pgTable,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { born, bytea, instant, primaryId } from '../../db/columns.ts'
import { people, sessions } from '../identity/identity.table.ts'

const personRef = () =>
  uuid('person_id')
    .notNull()
    .references(() => people.id)

/** What ends with the session it was asked in. */
const sessionRef = () =>
  uuid('session_id')
    .notNull()
    .references(() => sessions.id, { onDelete: 'cascade' })

/** The public half of a key that a person's device keeps. Alone it opens nothing. */
export const passkeys = pgTable(
  'passkeys',
  {
    id: primaryId(),
    personId: personRef(),
    /** What the authenticator calls it, base64url. */
    credentialId: text('credential_id').notNull().unique(),
    /** COSE. */
    publicKey: bytea('public_key').notNull(),
    /** How often it was used, where the authenticator counts: a copy would fall behind. */
    counter: bigint('counter', { mode: 'number' }).notNull().default(0),
    transports: text('transports').array().notNull().default(sql`'{}'`),
    name: text('name').notNull(),
    createdAt: born(),
    lastUsedAt: instant('last_used_at'),
  },
  (t) => [
    index('passkeys_of_person').on(t.personId),
    check('passkeys_counter', sql`counter between 0 and 4294967295`),
  ],
)

export const PURPOSES = ['add', 'confirm'] as const

/** What an authenticator is asked to sign: for one session and one purpose, five minutes, one use. */
export const passkeyChallenges = pgTable(
  'passkey_challenges',
  {
    id: primaryId(),
    personId: personRef(),
    sessionId: sessionRef(),
    purpose: text('purpose', { enum: PURPOSES }).notNull(),
    challengeHash: bytea('challenge_hash').notNull().unique(),
    createdAt: born(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('passkey_challenges_of_session').on(t.sessionId),
    check('passkey_challenges_purpose', sql`purpose in ('add', 'confirm')`),
    check(
      'passkey_challenges_short',
      sql`expires_at > created_at and expires_at <= created_at + interval '5 minutes'`,
    ),
  ],
)

/** Eight of them, on paper, for whoever has lost every passkey: HMAC only, one use each. */
export const recoveryCodes = pgTable(
  'recovery_codes',
  {
    id: primaryId(),
    personId: personRef(),
    codeHash: bytea('code_hash').notNull(),
    createdAt: born(),
    usedAt: instant('used_at'),
  },
  (t) => [uniqueIndex('recovery_codes_once').on(t.personId, t.codeHash)],
)

/** Tries with recovery codes since the current quarter of an hour began. */
export const recoveryTries = pgTable('recovery_tries', {
  personId: uuid('person_id')
    .primaryKey()
    .references(() => people.id),
  since: instant('since').notNull().defaultNow(),
  tries: integer('tries').notNull().default(0),
})

/** Six digits to somebody's own address, to show once more who they are: ten minutes, one use, five tries. */
export const confirmCodes = pgTable(
  'confirm_codes',
  {
    id: primaryId(),
    personId: personRef(),
    sessionId: sessionRef(),
    codeHash: bytea('code_hash').notNull(),
    tries: integer('tries').notNull().default(0),
    createdAt: born(),
    expiresAt: instant('expires_at').notNull(),
    usedAt: instant('used_at'),
  },
  (t) => [
    index('confirm_codes_of_person').on(t.personId, t.createdAt),
    check('confirm_codes_tries', sql`tries between 0 and 5`),
    check(
      'confirm_codes_short',
      sql`expires_at >= created_at and expires_at <= created_at + interval '10 minutes'`,
    ),
  ],
)
