import type { Database } from '../../db/database.ts'
import { evidenceOf } from './matching.evidence.ts'
import {
  type AlreadyIn,
  type Ask,
  type Details,
  listOf,
  type Members,
  searchOf,
  shortlistOf,
  tellingOf,
} from './matching.list.ts'
import { askingRows } from './matching.queries.ts'
import { type Question, questionsOf } from './matching.reading.ts'
import {
  entriesById,
  type OrganisationCandidate,
  organisationsById,
  search,
  type Top,
} from './matching.search.queries.ts'
import { changesOf, type List, type Made, storeLists } from './stored.queries.ts'

/** Organisations with a standing interest; that noun lives further right. */
export type InterestedOf = (db: Database, challengeId: string) => Promise<string[]>
type Invited = AlreadyIn['invited']

/** Nouns further right, handed in by the app. */
export interface Others {
  interestedOf: InterestedOf
  invitedOf: (db: Database, challengeId: string) => Promise<Invited>
  /** The same for many, in one statement. */
  invitedAmong?: (
    db: Database,
    challengeIds: readonly string[],
  ) => Promise<ReadonlyMap<string, Invited>>
}

export interface Wanted {
  id: string
  /** Those already in are the answered, not the invited: only from the closing time on (S-02). */
  knowsAnswers: boolean
}

/** Finds the best for each of some questions: the database's `search`, or at night by looking at everybody. */
export type Finding = (
  db: Database,
  asks: readonly Ask[],
) => Promise<{ tops: Top[]; read: readonly OrganisationCandidate[] }>
const searching: Finding = async (db, asks) => ({
  tops: await search(db, asks.map(searchOf)),
  read: [],
})

const NOBODY_ASKED: Invited = { organisationIds: [], entryIds: [] }

async function invitedTo(
  db: Database,
  others: Others,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Invited>> {
  if (others.invitedAmong) return others.invitedAmong(db, ids)
  const asked = new Map<string, Invited>()
  for (const id of ids) asked.set(id, await others.invitedOf(db, id))
  return asked
}

async function alreadyIn(
  db: Database,
  others: Others,
  wanted: readonly Wanted[],
): Promise<Map<string, AlreadyIn>> {
  const invited = await invitedTo(
    db,
    others,
    wanted.map((w) => w.id),
  )
  const already = new Map<string, AlreadyIn>()
  for (const { id, knowsAnswers } of wanted)
    already.set(id, {
      invited: invited.get(id) ?? NOBODY_ASKED,
      interested: knowsAnswers ? await others.interestedOf(db, id) : null,
    })
  return already
}

const byId = <T extends { id: string }>(rows: readonly T[]): Map<string, T> =>
  new Map(rows.map((row) => [row.id, row]))

/** What those already in bring: the invited while the question is open, the answered once it may be known. */
export const poolIdsOf = ({ invited, interested }: AlreadyIn): readonly string[] =>
  interested ?? invited.organisationIds

function membersOf(
  question: Question,
  ids: readonly string[],
  rows: ReadonlyMap<string, OrganisationCandidate>,
): Members {
  const telling = tellingOf(question)
  const members = ids.flatMap((id) => rows.get(id) ?? [])
  return new Map(members.map((m) => [m.id, evidenceOf(m, telling)]))
}

interface Drawn extends Ask {
  shortlist: ReturnType<typeof shortlistOf>
}

/** What is shown and scored of everybody in these lists, read once. */
async function detailsFor(
  db: Database,
  drawn: readonly Drawn[],
  read: ReadonlyMap<string, OrganisationCandidate>,
): Promise<Details> {
  const shown = drawn.flatMap((d) => d.shortlist.shown)
  const idsOf = (kind: 'organisation' | 'register') => [
    ...new Set(shown.flatMap((f) => (f.kind === kind ? f.id : []))),
  ]
  const words = new Set(drawn.flatMap((d) => d.question.wordIds))
  const unread = idsOf('organisation').filter((id) => !read.has(id))
  const organisations = await organisationsById(db, unread)
  const entries = await entriesById(db, idsOf('register'), [...words])
  return { organisations: new Map([...read, ...byId(organisations)]), entries: byId(entries) }
}

/** What challenges ask, beside those already in. */
async function asksOf(
  db: Database,
  ids: readonly string[],
  already: ReadonlyMap<string, AlreadyIn>,
): Promise<{ asks: Ask[]; inPool: ReadonlyMap<string, OrganisationCandidate> }> {
  const questions = await questionsOf(db, await askingRows(db, ids))
  const poolIds = [...already.values()].flatMap(poolIdsOf)
  const inPool = byId(await organisationsById(db, [...new Set(poolIds)]))
  const asks = questions.map((question) => {
    const members = membersOf(question, poolIdsOf(standingOf(already, question)), inPool)
    return { question, members }
  })
  return { asks, inPool }
}

const standingOf = (already: ReadonlyMap<string, AlreadyIn>, { row }: Question): AlreadyIn =>
  already.get(row.id) ?? { invited: NOBODY_ASKED, interested: null }

/** The lists of some challenges: a handful of statements, however many they are. */
export async function listsFor(
  db: Database,
  others: Others,
  wanted: readonly Wanted[],
  find: Finding = searching,
): Promise<Map<string, { placeId: string; list: List }>> {
  const already = await alreadyIn(db, others, wanted)
  const ids = wanted.map((w) => w.id)
  const { asks, inPool } = await asksOf(db, ids, already)
  const { tops, read } = await find(db, asks)
  const drawn = tops.flatMap((top): Drawn[] => {
    const ask = asks[top.at]
    if (!ask) return []
    const inThis = [...ask.members.keys()].flatMap((id) => inPool.get(id) ?? [])
    return [{ ...ask, shortlist: shortlistOf(ask.question, top, ask.members, inThis) }]
  })
  const details = await detailsFor(db, drawn, byId(read))
  return new Map(
    drawn.map(({ question, members, shortlist }) => [
      question.row.id,
      {
        placeId: question.row.placeId,
        list: listOf(question, shortlist, members, details, standingOf(already, question)),
      },
    ]),
  )
}

/** Makes lists anew and keeps them. */
export async function remake(
  db: Database,
  others: Others,
  wanted: readonly Wanted[],
  { find, changes }: { find?: Finding; changes?: ReadonlyMap<string, number> } = {},
): Promise<Map<string, List>> {
  const before =
    changes ??
    (await changesOf(
      db,
      wanted.map((w) => w.id),
    ))
  const made = await listsFor(db, others, wanted, find)
  const rows = wanted.flatMap(({ id, knowsAnswers }): Made[] => {
    const found = made.get(id)
    if (!found) return []
    const { placeId, list } = found
    return [{ challengeId: id, placeId, madeOf: before.get(id) ?? 0, knowsAnswers, list }]
  })
  await storeLists(db, rows)
  return new Map([...made].map(([id, { list }]) => [id, list]))
}
