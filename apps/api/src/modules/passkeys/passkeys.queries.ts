import { and, asc, count, eq, gt, isNull, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people, sessions } from '../identity/identity.table.ts'
import { CHALLENGE_MINUTES, type Shown } from './passkeys.rules.ts'
import { type PURPOSES, passkeyChallenges, passkeys } from './passkeys.table.ts'

export type PasskeyRow = typeof passkeys.$inferSelect
type Purpose = (typeof PURPOSES)[number]

/** Whether the person of a row of `people` has one: read with the person, for every request. */
export const hasPasskey: SQL<boolean> = sql<boolean>`exists (select from ${passkeys} where ${passkeys.personId} = ${people.id})`

/** Somebody's passkeys, the oldest first. */
export const passkeysOf = (db: Database, personId: string): Promise<PasskeyRow[]> =>
  db
    .select()
    .from(passkeys)
    .where(eq(passkeys.personId, personId))
    .orderBy(asc(passkeys.createdAt), asc(passkeys.id))

const since = (column: typeof sessions.provenAt | typeof sessions.factorAt) =>
  sql`extract(epoch from clock_timestamp() - ${column})::float8 / 60`

/** What a session has shown, by the database's clock; undefined for one that is over. */
export async function shownIn(db: Database, sessionId: string): Promise<Shown | undefined> {
  const [row] = await db
    .select({
      minutesSinceProof: sql<number>`${since(sessions.provenAt)}`,
      minutesSinceFactor: sql<number | null>`${since(sessions.factorAt)}`,
      passkeys: sql<number>`(select count(*)::int from passkeys k where k.person_id = sessions.person_id)`,
    })
    .from(sessions)
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))
  return row
}

export interface Asked {
  personId: string
  sessionId: string
  purpose: Purpose
  challengeHash: Buffer
}

/** What is asked last counts: a page that was loaded again does not leave two challenges open. */
export async function putChallenge(db: Database, asked: Asked): Promise<void> {
  const { sessionId, purpose } = asked
  await db
    .update(passkeyChallenges)
    .set({
      expiresAt: sql`least(${passkeyChallenges.expiresAt}, greatest(clock_timestamp(), ${passkeyChallenges.createdAt} + interval '1 microsecond'))`,
    })
    .where(
      and(
        eq(passkeyChallenges.sessionId, sessionId),
        eq(passkeyChallenges.purpose, purpose),
        isNull(passkeyChallenges.usedAt),
      ),
    )
  await db.insert(passkeyChallenges).values({
    ...asked,
    createdAt: sql`now()`,
    expiresAt: sql`now() + ${CHALLENGE_MINUTES}::int * interval '1 minute'`,
  })
}

/** Uses a challenge up, of this session and for this purpose; of ten at once, one gets it. */
export const useChallenge = async (db: Database, asked: Asked): Promise<boolean> =>
  (
    await db
      .update(passkeyChallenges)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(passkeyChallenges.challengeHash, asked.challengeHash),
          eq(passkeyChallenges.personId, asked.personId),
          eq(passkeyChallenges.sessionId, asked.sessionId),
          eq(passkeyChallenges.purpose, asked.purpose),
          isNull(passkeyChallenges.usedAt),
          gt(passkeyChallenges.expiresAt, sql`clock_timestamp()`),
        ),
      )
      .returning({ id: passkeyChallenges.id })
  ).length === 1

export const putPasskey = async (
  tx: Database,
  row: typeof passkeys.$inferInsert,
): Promise<PasskeyRow> => {
  const [made] = await tx.insert(passkeys).values(row).returning()
  if (!made) throw new Error('insert returned no row')
  return made
}

/** One of somebody's own, held until the transaction ends: its uses count one after the other. */
export const lockPasskey = async (tx: Database, personId: string, credentialId: string) =>
  (
    await tx
      .select()
      .from(passkeys)
      .where(and(eq(passkeys.personId, personId), eq(passkeys.credentialId, credentialId)))
      .for('update')
  )[0]

export const countUse = (tx: Database, id: string, counter: number) =>
  tx
    .update(passkeys)
    .set({ counter, lastUsedAt: sql`clock_timestamp()` })
    .where(eq(passkeys.id, id))

export const dropPasskey = async (tx: Database, personId: string, id: string) =>
  (
    await tx
      .delete(passkeys)
      .where(and(eq(passkeys.id, id), eq(passkeys.personId, personId)))
      .returning()
  )[0]

export const dropPasskeys = (tx: Database, personId: string) =>
  tx.delete(passkeys).where(eq(passkeys.personId, personId))

export const howMany = async (db: Database, personId: string): Promise<number> =>
  (await db.select({ n: count() }).from(passkeys).where(eq(passkeys.personId, personId)))[0]?.n ?? 0

/** A second factor was shown in this session: what slept in it wakes. */
export const wake = (tx: Database, sessionId: string) =>
  tx
    .update(sessions)
    .set({ factorAt: sql`clock_timestamp()`, provenAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))

/** Who holds it was shown once more, without a second factor. */
export const prove = (tx: Database, sessionId: string) =>
  tx
    .update(sessions)
    .set({ provenAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.id, sessionId), isNull(sessions.revokedAt)))

/** Signs somebody out everywhere. */
export const endSessions = (tx: Database, personId: string) =>
  tx
    .update(sessions)
    .set({ revokedAt: sql`clock_timestamp()` })
    .where(and(eq(sessions.personId, personId), isNull(sessions.revokedAt)))
