import type { Challenge, ChallengeSummary, challengesContract } from '@howcanwe/shared/challenges'
import type { Received, Result } from '@howcanwe/shared/http'
import { dayIn } from '@howcanwe/shared/places'
import { type Database, inTransaction } from '../../../db/database.ts'
import { calendarOf, requirePlace } from '../../places/index.ts'
import { checksOf } from '../challenges.checks.rules.ts'
import { cursorOf, readCursor } from '../challenges.cursor.ts'
import { refuse } from '../challenges.errors.ts'
import { ANSWER_MINUTES, askRatesOf, nearWords, offerOf } from '../challenges.rules.ts'
import { threadOf } from '../challenges.thread.rules.ts'
import * as q from '../queries/challenge.queries.ts'
import { askerOf, now } from '../queries/desk.queries.ts'
import * as list from '../queries/list.queries.ts'

type Listed = Result<typeof challengesContract.list>
export type ListQuery = Omit<Received<typeof challengesContract.list>['query'], 'placeId'> & {
  placeId: string
}

const PAGE = 20

async function summaries(db: Database, rows: readonly list.ListRow[]): Promise<ChallengeSummary[]> {
  const areas = await list.areasOfAll(
    db,
    rows.map((row) => row.id),
  )
  return rows.flatMap((row) => {
    if (row.slug === null || row.closesAt === null) return []
    return {
      id: row.id,
      slug: row.slug,
      state: row.state,
      question: row.question,
      summary: row.summary,
      themes: row.themes,
      areas: areas.filter((a) => a.challengeId === row.id).map(({ id, name }) => ({ id, name })),
      asker: { organisation: row.organisation },
      closesAt: row.closesAt,
      answerMinutes: ANSWER_MINUTES,
      offerPence: offerOf(row),
      groups: row.groups,
    }
  })
}

async function nearest(
  db: Database,
  filter: list.ListFilter,
  words: readonly string[],
  limit: number,
): Promise<Listed> {
  return inTransaction(db, async (tx) => {
    const rows = words.length > 0 ? await list.nearPage(tx, filter, words, limit) : []
    return { items: await summaries(tx, rows), nextCursor: null, nearest: rows.length > 0 }
  })
}

/**
 * Published challenges of a place, the soonest to close first. Where a search finds nothing to the letter, the
 * nearest spellings are shown instead and said to be so; those come best first and in one page.
 */
export async function listChallenges(db: Database, query: ListQuery): Promise<Listed> {
  const limit = query.limit ?? PAGE
  const filter: list.ListFilter = {
    placeId: query.placeId,
    which: query.which ?? 'open',
    themes: query.theme ?? [],
    areaIds: query.areaId ?? [],
    closesWithinDays: query.closesWithin,
  }
  const cursor = readCursor(query.cursor)
  const rows = await list.listPage(db, filter, { q: query.q, cursor, limit: limit + 1 })
  if (rows.length === 0 && query.q && !cursor) return nearest(db, filter, nearWords(query.q), limit)
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return {
    items: await summaries(db, shown),
    nextCursor: last ? cursorOf(last.closesKey, last.id) : null,
    nearest: false,
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * One published challenge as anyone reads it.
 *
 * @throws challenges.not_found for a draft exactly as for nothing
 */
export async function readChallenge(db: Database, slugOrId: string): Promise<Challenge> {
  const row = UUID.test(slugOrId)
    ? await q.publishedById(db, slugOrId)
    : await q.publishedBySlug(db, slugOrId)
  if (!row) throw refuse('challenges.not_found')
  const [place, calendar, asker, areas, criteria, at] = await Promise.all([
    requirePlace(db, row.placeId),
    calendarOf(db, row.placeId),
    askerOf(db, row.id),
    list.areasOfAll(db, [row.id]),
    q.criteriaOf(db, row.id),
    now(db),
  ])
  if (!asker) throw refuse('challenges.not_found')
  const day = (instant: Date) => dayIn(place.timeZone, instant)
  const areaIds = areas.map((a) => a.id)
  const opened = { at: row.openedAt, calendar }
  return {
    ...row,
    areas: areas.map(({ id, name }) => ({ id, name })),
    areaIds,
    criteria,
    asker,
    answerMinutes: ANSWER_MINUTES,
    checkedOn: row.checkedAt ? day(row.checkedAt) : null,
    checks: checksOf({ ...row, areaIds, criteria }, opened),
    askRates: askRatesOf(place),
    thread: threadOf({
      state: row.state,
      today: day(at),
      openedOn: day(row.openedAt),
      closesOn: day(row.closesAt),
      decidedOn: row.decidedAt ? day(row.decidedAt) : null,
      resultsBy: row.resultsBy,
      startsOn: row.startsOn,
      endsOn: row.endsOn,
    }),
  }
}
