import { and, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people, signInRequests } from './identity.table.ts'

export type SignInRow = typeof signInRequests.$inferSelect

const live = () =>
  and(isNull(signInRequests.usedAt), gt(signInRequests.expiresAt, sql`clock_timestamp()`))

/** Counts a try in the same statement that reads the row: parallel guesses cannot outrun the limit. */
export const takeTry = async (
  db: Database,
  id: string,
  max: number,
): Promise<SignInRow | undefined> =>
  (
    await db
      .update(signInRequests)
      .set({ tries: sql`${signInRequests.tries} + 1` })
      .where(and(eq(signInRequests.id, id), live(), sql`${signInRequests.tries} < ${max}`))
      .returning()
  )[0]

export const liveByLink = async (db: Database, linkHash: Buffer): Promise<SignInRow | undefined> =>
  (
    await db
      .select()
      .from(signInRequests)
      .where(and(eq(signInRequests.linkHash, linkHash), live()))
  )[0]

/** Consumes the request; of ten at once, one gets the row. */
export const consume = async (db: Database, id: string): Promise<SignInRow | undefined> =>
  (
    await db
      .update(signInRequests)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(and(eq(signInRequests.id, id), live()))
      .returning()
  )[0]

/** The person of an address, made on first sign-in. */
export async function personByEmail(
  db: Database,
  email: string,
  language: string,
): Promise<string> {
  const [row] = await db
    .insert(people)
    .values({ email, language, verifiedAt: sql`clock_timestamp()` })
    .onConflictDoUpdate({
      target: people.email,
      set: { verifiedAt: sql`coalesce(${people.verifiedAt}, clock_timestamp())` },
    })
    .returning({ id: people.id })
  if (!row) throw new Error('upsert returned no row')
  return row.id
}

/**
 * The person who has proven a number theirs, made on first sign-in. Whoever only saved it is somebody else: a number
 * typed by a stranger opens nothing, and nobody who owns it lands in that stranger's hands.
 */
export async function personByPhone(
  db: Database,
  phone: string,
  language: string,
): Promise<string> {
  const [row] = await db
    .insert(people)
    .values({
      phone,
      language,
      preferredChannel: 'sms',
      phoneVerifiedAt: sql`clock_timestamp()`,
      verifiedAt: sql`clock_timestamp()`,
    })
    .onConflictDoUpdate({
      target: people.phone,
      targetWhere: sql`phone_verified_at is not null`,
      set: { verifiedAt: sql`coalesce(${people.verifiedAt}, clock_timestamp())` },
    })
    .returning({ id: people.id })
  if (!row) throw new Error('upsert returned no row')
  return row.id
}
