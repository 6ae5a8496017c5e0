import { and, count, eq, gt, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Way } from './identity.ask.usecases.ts'
import { refuse } from './identity.errors.ts'
import { contactChanges, people } from './identity.table.ts'

export type WishRow = typeof contactChanges.$inferSelect

/** One change of a person after the other, until the transaction ends. */
export const lockPerson = async (tx: Database, id: string) =>
  (
    await tx
      .select()
      .from(people)
      .where(and(eq(people.id, id), isNull(people.erasedAt)))
      .for('no key update')
  )[0]

/** How many new addresses and numbers somebody tried in the last hour. */
export async function wishesLately(tx: Database, personId: string): Promise<number> {
  const [row] = await tx
    .select({ n: count() })
    .from(contactChanges)
    .where(
      and(
        eq(contactChanges.personId, personId),
        gt(contactChanges.createdAt, sql`clock_timestamp() - interval '1 hour'`),
      ),
    )
  return row?.n ?? 0
}

/** The newest wish stands; what was asked before is over. */
export async function addWish(
  tx: Database,
  wish: { personId: string; way: Way; codeHash: Buffer; minutes: number },
): Promise<string> {
  await tx
    .update(contactChanges)
    .set({ expiresAt: sql`least(${contactChanges.expiresAt}, clock_timestamp())` })
    .where(eq(contactChanges.personId, wish.personId))
  const [row] = await tx
    .insert(contactChanges)
    .values({
      personId: wish.personId,
      ...wish.way,
      codeHash: wish.codeHash,
      expiresAt: sql`clock_timestamp() + ${wish.minutes}::int * interval '1 minute'`,
    })
    .returning({ id: contactChanges.id })
  if (!row) throw new Error('insert returned no row')
  return row.id
}

const live = () =>
  and(isNull(contactChanges.usedAt), gt(contactChanges.expiresAt, sql`clock_timestamp()`))

/** Counts a try in the statement that reads the row: parallel guesses cannot outrun the limit. */
export const tryWish = async (
  db: Database,
  wish: { id: string; personId: string; max: number },
): Promise<WishRow | undefined> =>
  (
    await db
      .update(contactChanges)
      .set({ tries: sql`${contactChanges.tries} + 1` })
      .where(
        and(
          eq(contactChanges.id, wish.id),
          eq(contactChanges.personId, wish.personId),
          live(),
          sql`${contactChanges.tries} < ${wish.max}`,
        ),
      )
      .returning()
  )[0]

/** Consumes the wish; of ten at once, one gets the row. */
export const useWish = async (tx: Database, id: string): Promise<WishRow | undefined> =>
  (
    await tx
      .update(contactChanges)
      .set({ usedAt: sql`clock_timestamp()` })
      .where(and(eq(contactChanges.id, id), live()))
      .returning()
  )[0]

export const putEmail = (tx: Database, id: string, email: string) =>
  tx
    .update(people)
    .set({ email, verifiedAt: sql`clock_timestamp()`, version: sql`${people.version} + 1` })
    .where(eq(people.id, id))

export const provePhone = (tx: Database, id: string) =>
  tx
    .update(people)
    .set({
      phoneVerifiedAt: sql`clock_timestamp()`,
      verifiedAt: sql`clock_timestamp()`,
      version: sql`${people.version} + 1`,
    })
    .where(eq(people.id, id))

/**
 * Deletes somebody's number; who wanted to be rung or texted is emailed again.
 *
 * @throws identity.last_address when there is no other way to sign in
 */
export const dropPhone = async (tx: Database, id: string): Promise<void> => {
  const before = await lockPerson(tx, id)
  if (before?.phoneVerifiedAt && !before.email) throw refuse('identity.last_address')
  await tx
    .update(people)
    .set({
      phone: null,
      phoneVerifiedAt: null,
      preferredChannel: sql`case when ${people.preferredChannel} in ('sms', 'phone') then 'email' else ${people.preferredChannel} end`,
      version: sql`${people.version} + 1`,
    })
    .where(and(eq(people.id, id), sql`${people.phone} is not null`))
}
