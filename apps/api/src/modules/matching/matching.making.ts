import type { Suggestions } from '@howcanwe/shared/matching'
import type { Database } from '../../db/database.ts'
import { evidenceOf } from './matching.evidence.ts'
import {
  type AlreadyIn,
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
} from './matching.search.queries.ts'
import { changesOf, type Made, storeLists } from './stored.queries.ts'

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

export type List = Omit<Suggestions, 'computedAt'>

const NOBODY_ASKED: Invited = { organisationIds: [], entryIds: [] }

async function invitedTo(
  db: Database,
  others: Others,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Invited>> {
  if (others.invitedAmong) return others.invitedAmong(db, ids)
  const asked = ids.map(
    async (id): Promise<[string, Invited]> => [id, await others.invitedOf(db, id)],
  )
  return new Map(await Promise.all(asked))
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
  const settled = wanted.map(
    async ({ id, knowsAnswers }): Promise<[string, AlreadyIn]> => [
      id,
      {
        invited: invited.get(id) ?? NOBODY_ASKED,
        interested: knowsAnswers ? await others.interestedOf(db, id) : null,
      },
    ],
  )
  return new Map(await Promise.all(settled))
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

interface Drawn {
  question: Question
  members: Members
  shortlist: ReturnType<typeof shortlistOf>
}

/** What is shown and scored of everybody in these lists, read once. */
async function detailsFor(db: Database, drawn: readonly Drawn[]): Promise<Details> {
  const shown = drawn.flatMap((d) => d.shortlist.shown)
  const idsOf = (kind: 'organisation' | 'register') => [
    ...new Set(shown.flatMap((f) => (f.kind === kind ? f.id : []))),
  ]
  const words = new Set(drawn.flatMap((d) => d.question.wordIds))
  const [organisations, entries] = await Promise.all([
    organisationsById(db, idsOf('organisation')),
    entriesById(db, idsOf('register'), [...words]),
  ])
  return { organisations: byId(organisations), entries: byId(entries) }
}

/** The lists of some challenges: a handful of statements, however many they are. */
export async function listsFor(
  db: Database,
  others: Others,
  wanted: readonly Wanted[],
): Promise<Map<string, { placeId: string; list: List }>> {
  const [rows, already] = await Promise.all([
    askingRows(
      db,
      wanted.map((w) => w.id),
    ),
    alreadyIn(db, others, wanted),
  ])
  const poolIds = [...already.values()].flatMap(poolIdsOf)
  const [questions, inPool] = await Promise.all([
    questionsOf(db, rows),
    organisationsById(db, [...new Set(poolIds)]).then(byId),
  ])
  const standing = (id: string): AlreadyIn =>
    already.get(id) ?? { invited: NOBODY_ASKED, interested: null }
  const members = questions.map((question) =>
    membersOf(question, poolIdsOf(standing(question.row.id)), inPool),
  )
  const tops = await search(
    db,
    questions.map((question, i) => searchOf(question, members[i] ?? new Map())),
  )
  const drawn = tops.flatMap((top): Drawn[] => {
    const question = questions[top.at]
    const pool = members[top.at]
    if (!question || !pool) return []
    const inThis = [...pool.keys()].flatMap((id) => inPool.get(id) ?? [])
    return [{ question, members: pool, shortlist: shortlistOf(question, top, pool, inThis) }]
  })
  const details = await detailsFor(db, drawn)
  return new Map(
    drawn.map(({ question, members: pool, shortlist }) => [
      question.row.id,
      {
        placeId: question.row.placeId,
        list: listOf(question, shortlist, pool, details, standing(question.row.id)),
      },
    ]),
  )
}

/** Makes lists anew and keeps them. */
export async function remake(
  db: Database,
  others: Others,
  wanted: readonly Wanted[],
): Promise<Map<string, List>> {
  const changes = await changesOf(
    db,
    wanted.map((w) => w.id),
  )
  const made = await listsFor(db, others, wanted)
  const rows = wanted.flatMap(({ id, knowsAnswers }): Made[] => {
    const found = made.get(id)
    if (!found) return []
    const list = JSON.stringify(found.list)
    return [
      { challengeId: id, placeId: found.placeId, madeOf: changes.get(id) ?? 0, knowsAnswers, list },
    ]
  })
  await storeLists(db, rows)
  return new Map([...made].map(([id, { list }]) => [id, list]))
}
