import { sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { matchTerms } from './lists.table.ts'
import { sayingWords } from './matching.words.rules.ts'

export interface Text {
  stemmer: 'english_stem' | 'dutch_stem'
  /** What the question says beside the affected. */
  said: string
  affected: string
}
/** A stem, how a text writes it, and whether that is said of the affected. */
type Stem = readonly [stem: string, word: string, affected: boolean]

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

/** A stem for each text is the same for ever, so the ones last asked for are kept: some 10 MB. */
const MOST_KEPT = 2_000
const kept = new Map<string, readonly Stem[]>()
const keyOf = (t: Text) => `${t.stemmer}\n${t.said}\n${t.affected}`

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

async function stemsOf(db: Database, given: readonly Text[]): Promise<(readonly Stem[])[]> {
  const unread = given.filter((text) => !kept.has(keyOf(text)))
  const read = unread.length === 0 ? [] : await readStems(db, unread)
  const fresh = new Map(unread.map((text, at) => [keyOf(text), read[at] ?? []]))
  const found = given.map((text) => kept.get(keyOf(text)) ?? fresh.get(keyOf(text)) ?? [])
  if (kept.size + fresh.size > MOST_KEPT) kept.clear()
  for (const [key, stems] of [...fresh].slice(0, MOST_KEPT)) kept.set(key, stems)
  return found
}

/** Every text and what it has, how many use each, in two statements; the first falls away where the texts are known. */
export async function wordsIn(db: Database, given: readonly Text[]): Promise<Word[][]> {
  const texts = await stemsOf(db, given)
  const stems = new Set(texts.flatMap((text) => text.map(([stem]) => stem)))
  if (stems.size === 0) return given.map(() => [])
  const terms = await db
    .select()
    .from(matchTerms)
    .where(sql`${matchTerms.term} = any(${column(['', ...stems])})`)
  const termOf = new Map(terms.map((t) => [t.term, t]))
  const listed = termOf.get('')?.entries ?? 0
  const known = ([stem, word, affected]: Stem): Word[] => {
    const term = termOf.get(stem)
    return term ? [{ stem, word, affected, termId: term.id, entries: term.entries, listed }] : []
  }
  return texts.map((text) => text.flatMap(known).toSorted(rarestFirst))
}

const rarestFirst = (a: Word, b: Word) => a.entries - b.entries || (a.stem < b.stem ? -1 : 1)
