import { and, count, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { RECOVERY_TRIES, RECOVERY_WINDOW_MINUTES } from './passkeys.rules.ts'
import { confirmCodes, recoveryCodes, recoveryTries } from './passkeys.table.ts'

/** A new set in place of the old one. */
export async function putRecoveryCodes(
  tx: Database,
  personId: string,
  hashes: readonly Buffer[],
): Promise<void> {
  await dropRecoveryCodes(tx, personId)
  await tx.insert(recoveryCodes).values(hashes.map((codeHash) => ({ personId, codeHash })))
}

export const dropRecoveryCodes = (tx: Database, personId: string) =>
  tx.delete(recoveryCodes).where(eq(recoveryCodes.personId, personId))

export const recoveryCodesLeft = async (db: Database, personId: string): Promise<number> =>
  (
    await db
      .select({ n: count() })
      .from(recoveryCodes)
      .where(and(eq(recoveryCodes.personId, personId), isNull(recoveryCodes.usedAt)))
  )[0]?.n ?? 0

/** Uses a code up; of ten at once, one gets it. */
export const useRecoveryCode = async (
  tx: Database,
  personId: string,
  codeHash: Buffer,
): Promise<boolean> =>
  (
    await tx
      .update(recoveryCodes)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(
        and(
          eq(recoveryCodes.personId, personId),
          eq(recoveryCodes.codeHash, codeHash),
          isNull(recoveryCodes.usedAt),
        ),
      )
      .returning({ id: recoveryCodes.id })
  ).length === 1

const window = sql`${RECOVERY_WINDOW_MINUTES}::int * interval '1 minute'`
const isOver = sql`${recoveryTries.since} < clock_timestamp() - ${window}`

/** Counts a try in one statement, so that parallel guesses cannot outrun the limit; false once five are made. */
export const takeRecoveryTry = async (db: Database, personId: string): Promise<boolean> =>
  (
    await db
      .insert(recoveryTries)
      .values({ personId, since: sql`clock_timestamp()`, tries: 1 })
      .onConflictDoUpdate({
        target: recoveryTries.personId,
        set: {
          tries: sql`case when ${isOver} then 1 else ${recoveryTries.tries} + 1 end`,
          since: sql`case when ${isOver} then clock_timestamp() else ${recoveryTries.since} end`,
        },
        setWhere: sql`${isOver} or ${recoveryTries.tries} < ${RECOVERY_TRIES}`,
      })
      .returning({ tries: recoveryTries.tries })
  ).length === 1

/** How often six digits were sent to somebody for this in the last hour. */
export const digitsLately = async (tx: Database, personId: string): Promise<number> =>
  (
    await tx
      .select({ n: count() })
      .from(confirmCodes)
      .where(
        and(
          eq(confirmCodes.personId, personId),
          gt(confirmCodes.createdAt, sql`clock_timestamp() - interval '1 hour'`),
        ),
      )
  )[0]?.n ?? 0

/** The newest digits stand; those asked for before are over. */
export async function putDigits(
  tx: Database,
  asked: { personId: string; sessionId: string; codeHash: Buffer; minutes: number },
): Promise<string> {
  const { minutes, ...row } = asked
  await tx
    .update(confirmCodes)
    .set({ expiresAt: sql`least(${confirmCodes.expiresAt}, clock_timestamp())` })
    .where(and(eq(confirmCodes.personId, asked.personId), isNull(confirmCodes.usedAt)))
  const [made] = await tx
    .insert(confirmCodes)
    .values({
      ...row,
      createdAt: sql`now()`,
      expiresAt: sql`now() + ${minutes}::int * interval '1 minute'`,
    })
    .returning({ id: confirmCodes.id })
  if (!made) throw new Error('insert returned no row')
  return made.id
}

const live = () =>
  and(isNull(confirmCodes.usedAt), gt(confirmCodes.expiresAt, sql`clock_timestamp()`))

/** Counts a try in the statement that reads the row; only for the session that asked. */
export const tryDigits = async (
  db: Database,
  given: { id: string; personId: string; sessionId: string; max: number },
) =>
  (
    await db
      .update(confirmCodes)
      .set({ tries: sql`${confirmCodes.tries} + 1` })
      .where(
        and(
          eq(confirmCodes.id, given.id),
          eq(confirmCodes.personId, given.personId),
          eq(confirmCodes.sessionId, given.sessionId),
          live(),
          sql`${confirmCodes.tries} < ${given.max}`,
        ),
      )
      .returning()
  )[0]

/** Uses them up; of ten at once, one gets the row. */
export const useDigits = async (tx: Database, id: string): Promise<boolean> =>
  (
    await tx
      .update(confirmCodes)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(and(eq(confirmCodes.id, id), live()))
      .returning({ id: confirmCodes.id })
  ).length === 1
