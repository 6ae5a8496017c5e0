import { and, eq, isNotNull, sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'
import { matchLists, matchOrganisations } from '../lists.table.ts'
import { type OrganisationCandidate, organisationsById } from '../matching.search.queries.ts'
import { challengeMatches } from '../stored.table.ts'
import type { ListedRow } from './night.lists.ts'

/** Read as they come, tens of thousands in a night: of a list of numbers, text is read quickest. */
type Written = Omit<ListedRow, 'words'> & { words: string; [column: string]: unknown }
const columns = sql.raw('code, entry_id as "entryId", mask::integer, sector, small, known, lot')
const readRow = (row: Written): ListedRow => ({
  ...row,
  words: JSON.parse(`[${row.words.slice(1, -1)}]`) as number[],
})

/** Some of those who work more widely than a district, in the order of their ids, after somebody. */
export async function someWide(
  db: Database,
  { entryId, code }: Pick<ListedRow, 'entryId' | 'code'>,
  most: number,
): Promise<ListedRow[]> {
  const { rows } = await db.execute<Written>(sql`
    select ${columns}, words::text from ${matchLists} where wide and (entry_id, code) > (${entryId}::uuid, ${code})
    order by entry_id, code limit ${most}`)
  return rows.map(readRow)
}

/** Those of some districts, each once, with those of their words that somebody asks after. */
export async function ofDistricts(
  db: Database,
  codes: readonly string[],
  wordIds: readonly number[],
): Promise<ListedRow[]> {
  const { rows } = await db.execute<Written>(sql`
    select distinct on (entry_id) ${columns}, (words & ${sql.param([...wordIds])}::integer[])::text as words
    from ${matchLists} where code = any(${sql.param([...codes])}::text[]) order by entry_id`)
  return rows.map(readRow)
}

/** Register entries that are organisations of a place. */
export const claimedIn = (db: Database, placeId: string): Promise<string[]> =>
  db
    .select({ entryId: matchOrganisations.entryId })
    .from(matchOrganisations)
    .where(and(eq(matchOrganisations.placeId, placeId), isNotNull(matchOrganisations.entryId)))
    .then((rows) => rows.flatMap((r) => r.entryId ?? []))

/** Organisations of a place that take part. */
export async function takingPartIn(
  db: Database,
  placeId: string,
): Promise<OrganisationCandidate[]> {
  const ids = await db
    .select({ id: matchOrganisations.organisationId })
    .from(matchOrganisations)
    .where(and(eq(matchOrganisations.placeId, placeId), eq(matchOrganisations.takesPart, true)))
  return organisationsById(
    db,
    ids.map((r) => r.id),
  )
}

export interface Due {
  id: string
  placeId: string
  knowsAnswers: boolean
  /** Changes of what it rests on, counted before anything is read for it. */
  changes: number
  /** Of the list it has, where only what the fingerprint knows may have changed since. */
  fingerprint: string | null
}

const IS_OLD = sql`m.made_at < clock_timestamp() - interval '20 hours'`

/** Lists from the day before, of places where it is night. */
export async function dueTonight(db: Database): Promise<Due[]> {
  const { rows } = await db.execute<Due & Record<string, unknown>>(sql`
    select m.challenge_id as id, m.place_id as "placeId", c.closes_at <= clock_timestamp() as "knowsAnswers", m.changes,
      case when m.made_of = m.changes and m.knows_answers = (c.closes_at <= clock_timestamp()) then m.fingerprint end as fingerprint
    from challenge_matches m join challenges c on c.id = m.challenge_id join places p on p.id = m.place_id
    where c.state in ('open', 'choosing') and ${IS_OLD}
      and extract(hour from clock_timestamp() at time zone p.time_zone) between 1 and 4
    order by m.place_id`)
  return rows
}

/** Takes those of these that nobody has made or taken since. Until their lists are kept, they are stale. */
export async function take(db: Database, due: readonly Due[]): Promise<Due[]> {
  const { rows } = await db.execute<{ id: string }>(sql`
    update ${challengeMatches} m set made_of = null, made_at = clock_timestamp()
    where m.challenge_id = any(${sql.param(due.map((d) => d.id))}::uuid[]) and ${IS_OLD}
    returning m.challenge_id as id`)
  const taken = new Set(rows.map((r) => r.id))
  return due.filter((d) => taken.has(d.id))
}
