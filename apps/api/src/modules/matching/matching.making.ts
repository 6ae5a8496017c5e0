import type { Database } from '../../db/database.ts'
import { evidenceOf } from './matching.evidence.ts'
import { fingerprintOf } from './matching.fingerprint.rules.ts'
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
  rowHashesOf,
  search,
  type Top,
} from './matching.search.queries.ts'
import {
  changesOf,
  keepLists,
  type List,
  type Made,
  type Same,
  storeLists,
} from './stored.queries.ts'

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
  standing: AlreadyIn
  shortlist: ReturnType<typeof shortlistOf>
}
interface Fingerprinted extends Drawn {
  fingerprint: string
}

const shownOf = (drawn: readonly Drawn[], kind: 'organisation' | 'register'): string[] => [
  ...new Set(drawn.flatMap((d) => d.shortlist.shown.flatMap((f) => (f.kind === kind ? f.id : [])))),
]

/** Organisations shown, of which some were read before. */
async function organisationsFor(
  db: Database,
  drawn: readonly Drawn[],
  read: ReadonlyMap<string, OrganisationCandidate>,
): Promise<Details['organisations']> {
  const unread = shownOf(drawn, 'organisation').filter((id) => !read.has(id))
  return new Map([...read, ...byId(await organisationsById(db, unread))])
}

/** What is shown and scored of register entries in these lists, read once. */
async function entriesFor(db: Database, drawn: readonly Drawn[]): Promise<Details['entries']> {
  const words = new Set(drawn.flatMap((d) => d.question.wordIds))
  return byId(await entriesById(db, shownOf(drawn, 'register'), [...words]))
}

async function fingerprinted(
  db: Database,
  drawn: readonly Drawn[],
  organisations: Details['organisations'],
): Promise<Fingerprinted[]> {
  const hashes = await rowHashesOf(db, shownOf(drawn, 'register'))
  const unsaidOf = (id: string) =>
    organisations.get(id) ?? { quietSince: null, rowHash: hashes.get(id) ?? null }
  return drawn.map((d) => ({
    ...d,
    fingerprint: fingerprintOf(d, d.shortlist, d.standing, unsaidOf),
  }))
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

export interface Listed {
  placeId: string
  fingerprint: string
  stems: string
  /** Null where it would come out as it is kept. */
  list: List | null
}

interface How {
  find?: Finding
  /** Fingerprints of lists that need not be made where they would come out the same, by challenge. */
  kept?: ReadonlyMap<string, string>
}

/** The lists of some challenges: a handful of statements, however many they are. */
export async function listsFor(
  db: Database,
  others: Others,
  wanted: readonly Wanted[],
  { find = searching, kept = new Map() }: How = {},
): Promise<Map<string, Listed>> {
  const already = await alreadyIn(db, others, wanted)
  const ids = wanted.map((w) => w.id)
  const { asks, inPool } = await asksOf(db, ids, already)
  const { tops, read } = await find(db, asks)
  const drawn = tops.flatMap((top): Drawn[] => {
    const ask = asks[top.at]
    if (!ask) return []
    const inThis = [...ask.members.keys()].flatMap((id) => inPool.get(id) ?? [])
    const standing = standingOf(already, ask.question)
    return [{ ...ask, standing, shortlist: shortlistOf(ask.question, top, ask.members, inThis) }]
  })
  const organisations = await organisationsFor(db, drawn, byId(read))
  const all = await fingerprinted(db, drawn, organisations)
  const isOther = (d: Fingerprinted) => kept.get(d.question.row.id) !== d.fingerprint
  const details = { organisations, entries: await entriesFor(db, all.filter(isOther)) }
  return new Map(
    all.map((d) => {
      const { question, members, shortlist, standing, fingerprint } = d
      const { id, placeId } = question.row
      const list = isOther(d) ? listOf(question, shortlist, members, details, standing) : null
      return [id, { placeId, fingerprint, stems: question.stems, list }]
    }),
  )
}

/**
 * Makes lists anew and keeps them.
 *
 * @param how.changes counted before anything is read for them; else counted here
 * @returns those that came out other than they are kept
 */
export async function remake(
  db: Database,
  others: Others,
  wanted: readonly Wanted[],
  how: How & { changes?: ReadonlyMap<string, number> } = {},
): Promise<Map<string, List>> {
  const ids = wanted.map((w) => w.id)
  const before = how.changes ?? (await changesOf(db, ids))
  const found = await listsFor(db, others, wanted, how)
  const [made, same]: [Made[], Same[]] = [[], []]
  for (const { id, knowsAnswers } of wanted) {
    const one = found.get(id)
    if (!one) continue
    const of = { challengeId: id, madeOf: before.get(id) ?? 0 }
    if (one.list) made.push({ ...one, ...of, knowsAnswers, list: one.list })
    else same.push(of)
  }
  await storeLists(db, made)
  await keepLists(db, same)
  return new Map(made.map((m) => [m.challengeId, m.list]))
}
