import { createHash } from 'node:crypto'
import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { matchTerms } from './lists.table.ts'
import { sayingWords } from './matching.words.rules.ts'

export interface Text {
  stemmer: 'english_stem' | 'dutch_stem'
  /** What the question says beside the affected. */
  said: string
  affected: string
  /** Its stems, as `stemsOf` wrote them the last time; null where it never did. */
  kept: string | null
}
/** A stem, how a text writes it, whether that is said of the affected, and its number where it had one. */
type Stem = readonly [stem: string, word: string, affected: boolean, termId?: number]

export interface Word {
  stem: string
  word: string
  affected: boolean
  termId: number
  /** Entries of the register that use it. */
  entries: number
  /** Entries there are. */
  listed: number
}

const column = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`

async function readStems(db: Database, given: readonly Text[]): Promise<(readonly Stem[])[]> {
  const { rows } = await db.execute<{ stems: Stem[] }>(sql`
    select s.stems
    from unnest(${column(given.map((g) => g.stemmer))}, ${column(given.map((g) => g.said))},
        ${column(given.map((g) => g.affected))}) with ordinality as q (stemmer, said, affected, n)
      cross join lateral (
        select coalesce(json_agg(json_build_array(stem, word, affected)), '[]') as stems
        from (
          select stem, (array_agg(word order by length(word), word))[1] as word, bool_or(affected) as affected
          from (
            select lower(token) collate "C" as word, bool_or(affected) as affected
            from (select token, false as affected from ts_parse('default', q.said) where length(token) > 2
              union all select token, true from ts_parse('default', q.affected) where length(token) > 2) tokens
            group by 1) words,
            unnest(ts_lexize(q.stemmer::regdictionary, fold(word))) stem
          group by 1) stemmed) s
    order by q.n`)
  return rows.map(({ stems }) => stems.filter(([stem]) => sayingWords([stem]).length > 0))
}

interface Stemmed {
  /** Of what they are the stems. */
  of: string
  stems: readonly Stem[]
}

const hashOf = ({ stemmer, said, affected }: Text): string =>
  createHash('sha256').update([stemmer, said, affected].join('\n')).digest('base64url')

function keptOf(text: Text): Stemmed | null {
  if (text.kept === null) return null
  const kept = JSON.parse(text.kept) as Stemmed
  return kept.of === hashOf(text) ? kept : null
}

/** Stems of some texts; taking words apart is slow, so they are read from what was kept where a text is as it was. */
async function stemsOf(db: Database, given: readonly Text[]): Promise<Stemmed[]> {
  const kept = given.map(keptOf)
  const unread = given.filter((_, at) => !kept[at])
  const read = unread.length === 0 ? [] : await readStems(db, unread)
  const fresh = new Map(unread.map((text, at) => [text, read[at] ?? []]))
  return given.map((text, at) => kept[at] ?? { of: hashOf(text), stems: fresh.get(text) ?? [] })
}

export interface Worded {
  /** Rarest first. */
  words: Word[]
  /** To be kept with the text. */
  stems: string
}

interface Term {
  id: number
  entries: number
  /** Null where it was asked for by its number. */
  term: string | null
  [column: string]: unknown
}

/** What the register knows of some stems: by number, which is quicker and never changes, where they have one. */
async function termsOf(db: Database, stems: readonly Stem[]) {
  const ids = new Set(stems.flatMap(([, , , id]) => id ?? []))
  const unnumbered = new Set(stems.flatMap(([stem, , , id]) => (id === undefined ? stem : [])))
  const { rows } = await db.execute<Term>(sql`
    select id, entries, null as term from ${matchTerms} where id = any(${sql.param([...ids])}::integer[])
    union all
    select id, entries, term from ${matchTerms} where term = any(${column(['', ...unnumbered])})`)
  const byId = new Map(rows.map((t) => [t.id, t]))
  const byStem = new Map(rows.flatMap((t) => (t.term === null ? [] : [[t.term, t]])))
  const of = ([stem, , , id]: Stem): Term | undefined =>
    id === undefined ? byStem.get(stem) : byId.get(id)
  return { of, listed: byStem.get('')?.entries ?? 0 }
}

/** Words of some texts that somebody here uses, with how many do. */
export async function wordsIn(db: Database, given: readonly Text[]): Promise<Worded[]> {
  const texts = await stemsOf(db, given)
  const stems = texts.flatMap((text) => text.stems)
  const { of, listed } = await termsOf(db, stems)
  const known = (said: Stem): Word[] => {
    const [stem, word, affected] = said
    const term = of(said)
    return term ? [{ stem, word, affected, termId: term.id, entries: term.entries, listed }] : []
  }
  const numbered = ([stem, word, affected, id]: Stem): Stem => {
    const number = id ?? of([stem, word, affected])?.id
    return number === undefined ? [stem, word, affected] : [stem, word, affected, number]
  }
  return texts.map((text) => ({
    words: text.stems.flatMap(known).toSorted(rarestFirst),
    stems: JSON.stringify({ ...text, stems: text.stems.map(numbered) }),
  }))
}

const rarestFirst = (a: Word, b: Word) => a.entries - b.entries || (a.stem < b.stem ? -1 : 1)
