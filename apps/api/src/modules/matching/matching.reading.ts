import { type Part, WEIGHTS } from '@howcanwe/shared/matching'
import type { Database } from '../../db/database.ts'
import type { Asked } from './matching.parts.rules.ts'
import * as q from './matching.queries.ts'
import { sayingWords } from './matching.words.rules.ts'

/** A challenge as matching reads it, with the numbers the lists file its words and areas under. */
export interface Question {
  row: q.AskingRow
  asked: Asked
  lads: readonly string[]
  wider: readonly q.Wider[]
  /** Terms of `asked.words`, in their order. */
  wordIds: readonly number[]
  affectedIds: readonly number[]
  areaIds: readonly number[]
}

type Weights = Readonly<Record<Part, number>>
type PlaceFacts = NonNullable<
  Awaited<ReturnType<typeof q.placesOf>> extends Map<string, infer P> ? P : never
>

const MOST_WORDS = 12

const affectedOf = (row: q.AskingRow) => `${row.whoIsAffected} ${row.leastServed}`
const textOf = (row: q.AskingRow, place: PlaceFacts | undefined): q.Text => ({
  stemmer: place?.languages[0] === 'nl' ? 'dutch_stem' : 'english_stem',
  said: `${row.question} ${row.summary} ${affectedOf(row)}`,
  affected: affectedOf(row),
})

/** Used by few enough to set somebody apart, and by enough to meet somebody. */
const tells = ({ entries, listed }: q.Word): boolean =>
  entries >= Math.max(1, Math.floor(listed / 20_000)) &&
  entries <= Math.max(3, Math.floor(listed / 25))

function grouped<T, K>(things: readonly T[], by: (thing: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>()
  for (const thing of things) {
    const group = groups.get(by(thing))
    if (group) group.push(thing)
    else groups.set(by(thing), [thing])
  }
  return groups
}

interface Read {
  words: q.Word[]
  place: PlaceFacts | undefined
  chosen: readonly string[]
  weights: Weights
  wider: readonly q.Wider[]
  areaTerms: ReadonlyMap<string, number>
}

function questionOf(row: q.AskingRow, read: Read): Question {
  const saying = read.words.filter((w) => sayingWords([w.stem]).length > 0)
  const telling = saying.filter(tells).slice(0, MOST_WORDS)
  const affected = saying.filter((w) => w.affected)
  const everywhere = read.place?.areas ?? []
  const areas =
    read.chosen.length === 0 ? everywhere : everywhere.filter((a) => read.chosen.includes(a.id))
  const lads = read.place?.ladCodes ?? []
  return {
    row,
    asked: {
      weights: read.weights,
      themes: row.themes,
      words: telling.map((w) => w.word),
      areas: areas.map(({ id, name }) => ({ id, name })),
      affectedWords: affected.map((w) => w.stem),
      hoursPerMonth: row.hoursPerMonth,
      backfillOffered: row.backfillPence > 0,
      endsOn: row.endsOn,
      askerSector: row.askerSector,
    },
    lads,
    wider: read.wider.filter((w) => w.of === null || lads.includes(w.of)),
    wordIds: telling.map((w) => w.termId),
    affectedIds: affected.map((w) => w.termId),
    areaIds: areas.flatMap((a) => read.areaTerms.get(a.id) ?? []),
  }
}

/** What challenges ask, in their order: a handful of statements, however many they are. */
export async function questionsOf(db: Database, rows: readonly q.AskingRow[]): Promise<Question[]> {
  const places = await q.placesOf(db, [...new Set(rows.map((r) => r.placeId))])
  const everyArea = [...places.values()].flatMap((p) => p.areas.map((a) => a.id))
  const ids = rows.map((r) => r.id)
  const wider = await q.widerThan(
    db,
    [...places.values()].flatMap((p) => p.ladCodes),
  )
  const chosen = await q.areasAskedFor(db, ids)
  const areaTerms = await q.areaTerms(db, everyArea)
  const words = await q.wordsIn(
    db,
    rows.map((r) => textOf(r, places.get(r.placeId))),
  )
  const locked = await q.weightsLocked(db, ids)
  const wordsAt = grouped(words, (w) => w.at)
  const chosenBy = grouped(chosen, (c) => c.challengeId)
  return rows.map((row, at) =>
    questionOf(row, {
      words: wordsAt.get(at) ?? [],
      place: places.get(row.placeId),
      chosen: (chosenBy.get(row.id) ?? []).map((c) => c.areaId),
      weights: locked.get(row.id) ?? WEIGHTS,
      wider,
      areaTerms,
    }),
  )
}

/** What one published challenge asks. */
export async function questionById(db: Database, challengeId: string): Promise<Question> {
  const [question] = await questionsOf(db, await q.askingRows(db, [challengeId]))
  if (!question) throw new Error('matching reads published challenges only')
  return question
}
