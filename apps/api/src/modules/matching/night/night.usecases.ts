import { setImmediate as breathe } from 'node:timers/promises'
import type { Database } from '../../../db/database.ts'
import { type Finding, type Others, remake } from '../matching.making.ts'
import type { Question } from '../matching.reading.ts'
import type { Top } from '../matching.search.queries.ts'
import { type Everybody, findAmong, localOf } from './night.finding.ts'
import { addTo, type Listed, noList } from './night.lists.ts'
import * as q from './night.queries.ts'

const READ_AT_ONCE = 1_000
const MADE_AT_ONCE = 50
const FIRST = { entryId: '00000000-0000-0000-0000-000000000000', code: '' }

type Wider = ReadonlyMap<string, Listed>

/** Everybody who works more widely than a district, by code. */
export async function widerLists(db: Database): Promise<Wider> {
  const lists = new Map<string, Listed>()
  let rows = await q.someWide(db, FIRST, READ_AT_ONCE)
  for (let last = rows.at(-1); last; last = rows.at(-1)) {
    addTo(lists, rows)
    rows = await q.someWide(db, last, READ_AT_ONCE)
  }
  return lists
}

async function everybodyIn(
  db: Database,
  wider: Wider,
  { row: { placeId }, lads }: Question,
  wordIds: readonly number[],
): Promise<Everybody> {
  const rows = await q.ofDistricts(db, lads, wordIds)
  const claimed = new Set(await q.claimedIn(db, placeId))
  const organisations = await q.takingPartIn(db, placeId)
  const lists = new Map<string, Listed>()
  addTo(
    lists,
    rows.flatMap((row) => (claimed.has(row.entryId) ? [] : { ...row, code: placeId })),
  )
  return {
    district: lists.get(placeId) ?? noList(),
    organisations: organisations.map(localOf),
    here: new Set([...claimed, ...rows.map((r) => r.entryId)]),
    wider,
  }
}

/** Finds for questions of one place by looking at everybody; between two it lets others have the processor. */
export const findingAmong =
  (wider: Wider): Finding =>
  async (db, asks) => {
    const [first] = asks
    if (!first) return { tops: [], read: [] }
    const wordIds = new Set(asks.flatMap(({ question }) => question.wordIds))
    const everybody = await everybodyIn(db, wider, first.question, [...wordIds])
    const tops: Top[] = []
    for (const [at, ask] of asks.entries()) {
      tops.push(findAmong(everybody, ask, at))
      await breathe()
    }
    return { tops, read: everybody.organisations.map((o) => o.row) }
  }

/** In their order, at most so many together and never two places. */
export function* together(due: readonly q.Due[], most: number): Generator<q.Due[]> {
  let lists: q.Due[] = []
  for (const next of due) {
    if (lists.length === most || (lists[0] && lists[0].placeId !== next.placeId)) {
      yield lists
      lists = []
    }
    lists.push(next)
  }
  if (lists.length > 0) yield lists
}

/**
 * Lists made anew in one go: those who work widely are read once, everybody of a place once, and its lists are kept
 * together. What changes meanwhile makes a list stale, as ever, and waits for nothing; two workers share the places. Two
 * lanes, so that the database reads for one place while we score another.
 *
 * @param due place after place
 * @param isStopped asked before each place
 * @returns how many lists were made
 */
export async function rematch(
  db: Database,
  others: Others,
  due: readonly q.Due[],
  isStopped: () => boolean = () => false,
): Promise<number> {
  if (due.length === 0) return 0
  const changes = new Map(due.map((d) => [d.id, d.changes]))
  const kept = new Map(due.map((d) => [d.id, d.fingerprint ?? '']))
  const find = findingAmong(await widerLists(db))
  const chunks = together(due, MADE_AT_ONCE)
  const lane = async (): Promise<number> => {
    let made = 0
    for (const lists of chunks) {
      if (isStopped()) break
      const taken = await q.take(db, lists)
      await remake(db, others, taken, { find, changes, kept })
      made += taken.length
    }
    return made
  }
  const [one, other] = await Promise.all([lane(), lane()])
  return one + other
}

/** Every list from the day before, of places where it is night. */
export const rematchTonight = async (
  db: Database,
  others: Others,
  isStopped?: () => boolean,
): Promise<number> => rematch(db, others, await q.dueTonight(db), isStopped)
