import type { Theme } from '@howcanwe/shared/places'
import { sql } from 'drizzle-orm'
import type { Database } from '../../../db/database.ts'

export interface FeedChallenge extends Record<string, unknown> {
  id: string
  /** Null before it opens. */
  slug: string | null
  state: string
  question: string
  summary: string
  themes: Theme[]
  asker: string
  openedAt: Date | null
  updatedAt: Date
  closesAt: Date | null
  questionsUntil: Date | null
  resultsBy: string | null
  readFrom: Date | null
  readUntil: Date | null
  version: number
  /** GSS codes of its areas, where the place has said them. */
  gssCodes: string[]
}

const MOST = 200

const dates = (row: FeedChallenge): FeedChallenge => {
  const at = (value: Date | null) => (value === null ? null : new Date(value))
  return {
    ...row,
    openedAt: at(row.openedAt),
    updatedAt: new Date(row.updatedAt),
    closesAt: at(row.closesAt),
    questionsUntil: at(row.questionsUntil),
    readFrom: at(row.readFrom),
    readUntil: at(row.readUntil),
  }
}

const columns = sql`
  c.id, c.slug, c.state, c.question, c.summary, c.themes, o.name as asker, c.opened_at as "openedAt",
  c.updated_at as "updatedAt", c.closes_at as "closesAt", c.questions_until as "questionsUntil",
  c.results_by as "resultsBy", c.read_from as "readFrom", c.read_until as "readUntil", c.version,
  coalesce((select array_agg(a.gss_code order by a.position) from challenge_areas x join place_areas a on a.id = x.area_id
    where x.challenge_id = c.id and a.gss_code is not null), '{}') as "gssCodes"`

/** What has opened in a place and was not taken back, the newest first. */
export const openedIn = async (db: Database, placeId: string): Promise<FeedChallenge[]> =>
  (
    await db.execute<FeedChallenge>(sql`
      select ${columns} from challenges c join organisations o on o.id = c.organisation_id
      where c.place_id = ${placeId} and c.slug is not null and c.state <> 'withdrawn'
      order by c.opened_at desc, c.id limit ${MOST}`)
  ).rows.map(dates)

/** What has a day that people wait for, from two months ago; what was taken back stays, so that calendars drop it. */
export const datedIn = async (db: Database, placeId: string): Promise<FeedChallenge[]> =>
  (
    await db.execute<FeedChallenge>(sql`
      select ${columns} from challenges c join organisations o on o.id = c.organisation_id
      where c.place_id = ${placeId} and (c.slug is not null or c.read_from is not null) and c.state <> 'draft'
        and greatest(c.closes_at, c.read_until, c.updated_at) > clock_timestamp() - interval '60 days'
      order by coalesce(c.closes_at, c.read_until), c.id limit ${MOST}`)
  ).rows.map(dates)
