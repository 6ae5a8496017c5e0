import type { Role } from '@howcanwe/shared/identity'
import { and, eq, getTableColumns, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Scope } from '../../http/actor.ts'
import { reach } from './identity.reach.queries.ts'
import { seen } from './identity.seen.queries.ts'
import { people, refreshTokens, roleGrants, sessions } from './identity.table.ts'

/** Granted, begun, and neither suspended, over nor ended: by the database's clock. */
export const isLive = () =>
  and(
    eq(roleGrants.state, 'granted'),
    isNull(roleGrants.endedAt),
    sql`${roleGrants.grantedAt} <= clock_timestamp()`,
    sql`(${roleGrants.until} is null or ${roleGrants.until} > clock_timestamp())`,
  )

/** What somebody may do at this moment, over whole places and over single things. */
export const rolesOf = (db: Database, personId: string) =>
  db
    .select({
      placeId: roleGrants.placeId,
      role: roleGrants.role,
      scopeKind: roleGrants.scopeKind,
      scopeId: roleGrants.scopeId,
    })
    .from(roleGrants)
    .where(and(eq(roleGrants.personId, personId), isLive()))

/**
 * Roles that are somebody's: those they may use, those that are suspended and may come back, and those given from a
 * later day on. Neither asked for only, nor over.
 */
export const heldOf = (db: Database, personId: string) =>
  db
    .select({ placeId: roleGrants.placeId, role: roleGrants.role })
    .from(roleGrants)
    .where(
      and(
        eq(roleGrants.personId, personId),
        inArray(roleGrants.state, ['granted', 'suspended']),
        sql`(${roleGrants.until} is null or ${roleGrants.until} > clock_timestamp())`,
      ),
    )

export async function openSession(
  db: Database,
  s: {
    personId: string
    sharedComputer: boolean
    lifeMs: number
    tokenHash: Buffer
    device?: string | null
  },
): Promise<string> {
  const [row] = await db
    .insert(sessions)
    .values({
      personId: s.personId,
      sharedComputer: s.sharedComputer,
      device: s.device ?? null,
      expiresAt: sql`clock_timestamp() + ${s.lifeMs / 1000}::float8 * interval '1 second'`,
    })
    .returning({ id: sessions.id })
  if (!row) throw new Error('insert returned no row')
  await db.insert(refreshTokens).values({ tokenHash: s.tokenHash, sessionId: row.id })
  await seen(db, s.personId)
  return row.id
}

/** Claims a refresh token: of ten at once, one gets `claimed`. */
export const claimToken = async (db: Database, tokenHash: Buffer) =>
  (
    await db
      .update(refreshTokens)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(and(eq(refreshTokens.tokenHash, tokenHash), isNull(refreshTokens.usedAt)))
      .returning({ sessionId: refreshTokens.sessionId })
  )[0]

export const tokenRow = async (db: Database, tokenHash: Buffer) =>
  (await db.select().from(refreshTokens).where(eq(refreshTokens.tokenHash, tokenHash)))[0]

export const putToken = (db: Database, tokenHash: Buffer, sessionId: string) =>
  db.insert(refreshTokens).values({ tokenHash, sessionId }).onConflictDoNothing()

/** Keeps a session going; no row when it is revoked, over, or idle too long. */
export const touchSession = async (
  db: Database,
  id: string,
  idleMs: { shared: number; own: number },
) =>
  (
    await db
      .update(sessions)
      .set({ lastUsedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(sessions.id, id),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, sql`clock_timestamp()`),
          sql`${sessions.lastUsedAt} > clock_timestamp() - (case when ${sessions.sharedComputer} then ${idleMs.shared / 1000}::float8 else ${idleMs.own / 1000}::float8 end) * interval '1 second'`,
        ),
      )
      .returning()
  )[0]

/** Lets a session last no longer than this from its start, never longer than it was given; false when that is over. */
export async function shortenSession(tx: Database, id: string, lifeMs: number): Promise<boolean> {
  const [row] = await tx
    .update(sessions)
    .set({
      expiresAt: sql`least(${sessions.expiresAt}, ${sessions.createdAt} + ${lifeMs / 1000}::float8 * interval '1 second')`,
    })
    .where(eq(sessions.id, id))
    .returning({ alive: sql<boolean>`${sessions.expiresAt} > clock_timestamp()` })
  return row?.alive === true
}

export const revokeSession = (db: Database, id: string) =>
  db
    .update(sessions)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.id, id), isNull(sessions.revokedAt)))

/** Somebody who is not erased; `to` is where letters to them go, null when they can only be rung or met. */
export const person = async (db: Database, id: string) =>
  (
    await db
      .select({ ...getTableColumns(people), to: reach })
      .from(people)
      .where(and(eq(people.id, id), isNull(people.erasedAt)))
  )[0]

/**
 * The person behind a session that is still alive; a signed-out or erased person has none.
 *
 * @param hasPasskey of the row of `people`: passkeys live further right in the line of modules
 */
export const personOfSession = async (
  db: Database,
  { sessionId, personId }: { sessionId: string; personId: string },
  hasPasskey: SQL<boolean>,
) =>
  (
    await db
      .select({
        id: people.id,
        displayName: people.displayName,
        language: people.language,
        provenAt: sessions.provenAt,
        factorAt: sessions.factorAt,
        hasPasskey,
      })
      .from(sessions)
      .innerJoin(people, eq(people.id, sessions.personId))
      .where(
        and(
          eq(sessions.id, sessionId),
          eq(people.id, personId),
          isNull(sessions.revokedAt),
          gt(sessions.expiresAt, sql`clock_timestamp()`),
          isNull(people.erasedAt),
        ),
      )
  )[0]

export type Change = Partial<
  Pick<
    typeof people.$inferInsert,
    'displayName' | 'language' | 'phone' | 'phoneVerifiedAt' | 'preferredChannel'
  >
>

export const changePerson = async (db: Database, id: string, version: number, change: Change) =>
  (
    await db
      .update(people)
      .set({ ...change, version: version + 1 })
      .where(and(eq(people.id, id), eq(people.version, version)))
      .returning()
  )[0]

/** Somebody who has not said their own name yet is called what they were called as a contact. */
export const nameIfMissing = (db: Database, id: string, displayName: string) =>
  db
    .update(people)
    .set({ displayName, version: sql`${people.version} + 1` })
    .where(and(eq(people.id, id), isNull(people.displayName)))

/** People who hold a role over a place, or over one of these things in it, at this moment. */
export const peopleWithRole = (
  db: Database,
  placeId: string,
  role: Exclude<Role, 'member'>,
  over: readonly Scope[] = [],
) =>
  db
    .selectDistinct({ id: people.id, name: people.displayName })
    .from(roleGrants)
    .innerJoin(people, eq(people.id, roleGrants.personId))
    .where(
      and(
        eq(roleGrants.placeId, placeId),
        eq(roleGrants.role, role),
        or(
          eq(roleGrants.scopeKind, 'place'),
          ...over.map(({ kind, id }) =>
            and(eq(roleGrants.scopeKind, kind), eq(roleGrants.scopeId, id)),
          ),
        ),
        isLive(),
        isNull(people.erasedAt),
      ),
    )
    .orderBy(people.displayName)
