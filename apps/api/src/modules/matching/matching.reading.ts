import { WEIGHTS } from '@howcanwe/shared/matching'
import type { Database } from '../../db/database.ts'
import type { Asked } from './matching.parts.rules.ts'
import * as q from './matching.queries.ts'
import { type Text, type Word, type Worded, wordsIn } from './matching.words.queries.ts'

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
  /** Of its words, to be kept with its list. */
  stems: string
}

type PlaceFacts = NonNullable<
  Awaited<ReturnType<typeof q.placesOf>> extends Map<string, infer P> ? P : never
>

const MOST_WORDS = 12

const affectedOf = (row: q.AskingRow) => `${row.whoIsAffected} ${row.leastServed}`
const textOf = (row: q.AskingRow, place: PlaceFacts | undefined): Text => ({
  stemmer: place?.languages[0] === 'nl' ? 'dutch_stem' : 'english_stem',
  said: `${row.question} ${row.summary} ${affectedOf(row)}`,
  affected: affectedOf(row),
  kept: row.stems,
})

/** Used by few enough to set somebody apart, and by enough to meet somebody. */
const tells = ({ entries, listed }: Word): boolean =>
  entries >= Math.max(1, Math.floor(listed / 20_000)) &&
  entries <= Math.max(3, Math.floor(listed / 25))

interface Read {
  worded: Worded
  place: PlaceFacts | undefined
  wider: readonly q.Wider[]
  areaTerms: ReadonlyMap<string, number>
}

function questionOf(row: q.AskingRow, read: Read): Question {
  const telling = read.worded.words.filter(tells).slice(0, MOST_WORDS)
  const affected = read.worded.words.filter((w) => w.affected)
  const everywhere = read.place?.areas ?? []
  const areas =
    row.areaIds.length === 0 ? everywhere : everywhere.filter((a) => row.areaIds.includes(a.id))
  const lads = read.place?.ladCodes ?? []
  return {
    row,
    asked: {
      weights: row.weights ?? WEIGHTS,
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
    stems: read.worded.stems,
  }
}

/** What challenges ask, in their order: a handful of statements, however many they are. */
export async function questionsOf(db: Database, rows: readonly q.AskingRow[]): Promise<Question[]> {
  const places = await q.placesOf(db, [...new Set(rows.map((r) => r.placeId))])
  const everyArea = [...places.values()].flatMap((p) => p.areas.map((a) => a.id))
  const wider = await q.widerThan(
    db,
    [...places.values()].flatMap((p) => p.ladCodes),
  )
  const areaTerms = await q.areaTerms(db, everyArea)
  const words = await wordsIn(
    db,
    rows.map((r) => textOf(r, places.get(r.placeId))),
  )
  return rows.map((row, at) =>
    questionOf(row, {
      worded: words[at] ?? { words: [], stems: '' },
      place: places.get(row.placeId),
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
