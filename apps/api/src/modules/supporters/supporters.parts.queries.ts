import { and, eq, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { SupportScope } from '../../http/actor.ts'
import { isOn } from './supporters.queries.ts'
import { supports } from './supporters.table.ts'

/**
 * What one person may do for another at this moment, by the database's clock. A part sleeps while it may not be used:
 * groups while both have a place in one; answers while whoever helps decides in a place of theirs, or belongs to
 * another organisation there.
 */
export async function partsOf(
  db: Database,
  { supporterId, personId }: { supporterId: string; personId: string },
): Promise<SupportScope[]> {
  const [row] = await db
    .select({
      scopes: supports.scopes,
      groups: sql<boolean>`share_a_group(${personId}::uuid, ${supporterId}::uuid)`,
      answers: sql<boolean>`decides_where_belongs(${supporterId}::uuid, ${personId}::uuid)
        or belongs_to_another_where(${supporterId}::uuid, ${personId}::uuid)`,
    })
    .from(supports)
    .where(and(eq(supports.personId, personId), eq(supports.supporterId, supporterId), isOn()))
  return (row?.scopes ?? []).filter((part) => row?.[part] === false)
}

/** Whom somebody helps with answers, or has helped at any time since then. */
export const helpedSince = async (
  db: Database,
  supporterId: string,
  since: SQL<Date>,
): Promise<string[]> =>
  (
    await db
      .selectDistinct({ personId: supports.personId })
      .from(supports)
      .where(
        and(
          eq(supports.supporterId, supporterId),
          isNotNull(supports.answeredAt),
          sql`'answers' = any (${supports.scopes})`,
          or(eq(supports.state, 'active'), sql`${supports.endedAt} >= ${since}`),
        ),
      )
  ).map(({ personId }) => personId)
