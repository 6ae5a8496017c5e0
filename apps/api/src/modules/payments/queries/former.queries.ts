import { and, inArray, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { payFormers } from '../payments.former.table.ts'

/** Places in groups whose money is, or was, this person's: what they may not approve. */
export async function placesPaidTo(
  db: Database,
  memberIds: readonly string[],
  personId: string,
): Promise<Set<string>> {
  const ids = sql`array[${sql.join(
    memberIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  )}]::uuid[]`
  const { rows } = await db.execute<{ id: string }>(
    sql`select id from unnest(${ids}) id where pay_goes_to(id, ${personId})`,
  )
  return new Set(rows.map(({ id }) => id))
}

/** The keyed hashes of the contacts of those who have left, by their place. */
export async function formerHashes(db: Database, memberIds: readonly string[]) {
  const rows = await db
    .select({ memberId: payFormers.memberId, hash: payFormers.contactHash })
    .from(payFormers)
    .where(and(inArray(payFormers.memberId, [...memberIds]), isNotNull(payFormers.contactHash)))
  return rows.flatMap(({ memberId, hash }) => (hash ? [{ memberId, hash }] : []))
}

/** Whoever has left and has been paid everything need not be known any more. */
export const forgetFormers = async (tx: Database): Promise<number> =>
  (
    await tx.execute(sql`
      delete from pay_formers f where not pay_is_open(f.member_id)
        and exists (select from group_members m where m.id = f.member_id and m.state = 'left')`)
  ).rowCount ?? 0
