import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { people } from './identity.table.ts'

/**
 * Somebody is here: what was written to them about being away counts no more. Written at most once a day, because
 * everybody who is signed in passes by here every ten minutes.
 */
export const seen = (db: Database, id: string) =>
  db
    .update(people)
    .set({ lastSeenAt: sql`clock_timestamp()`, dormantToldAt: null, dormantLetterId: null })
    .where(
      and(
        eq(people.id, id),
        isNull(people.erasedAt),
        sql`(${people.lastSeenAt} < clock_timestamp() - interval '1 day' or ${people.dormantToldAt} is not null)`,
      ),
    )
