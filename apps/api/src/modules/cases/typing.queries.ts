import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import type { Desk } from './cases.queries.ts'

/** As many as a phone shows without losing the way. */
const SHOWN = 20

interface Raw {
  id: string
  slug: string
  question: string
  closesAt: string | null
  typedByMe: boolean
  [column: string]: unknown
}

/** As it is typed, where it stands for itself. */
const literally = (q: string): string => `%${q.replaceAll(/[\\%_]/g, '\\$&')}%`

/**
 * Published challenges of a desk whose question holds these words, those that close next first. Never one on whose side
 * the broker stands.
 */
export async function challengesNamed(
  db: Database,
  { placeId, personId, challenges }: Desk,
  { q, onlyOpen }: { q: string; onlyOpen: boolean },
) {
  const only = challenges === 'all' ? null : `{${challenges.join()}}`
  // Sides are looked up row by row, so only for as many as are shown.
  const { rows } = await db.execute<Raw>(sql`
    select found.id, found.slug, found.question, found.closes_at as "closesAt", exists (select 1 from typed_entries t
        where t.challenge_id = found.id and t.typed_by = ${personId} and t.what = 'interest') as "typedByMe"
    from (select c.id, c.slug, c.question, c.closes_at, coalesce(c.closes_at <= clock_timestamp(), true) as over
      from challenges c
      where c.place_id = ${placeId} and c.slug is not null
        and (${only}::uuid[] is null or c.id = any (${only}::uuid[]))
        and (not ${onlyOpen} or (c.state = 'open' and c.closes_at > clock_timestamp()))
        and (${q} = '' or fold(lower(c.question)) like fold(lower(${literally(q)})))
      order by over, c.closes_at, c.id offset 0) found
    where not represents_party(found.id, ${personId})
    order by found.over, found.closes_at, found.id
    limit ${SHOWN + 1}`)
  return {
    items: rows.slice(0, SHOWN).map((row) => ({
      ...row,
      closesAt: row.closesAt === null ? null : new Date(row.closesAt),
    })),
    more: rows.length > SHOWN,
  }
}
