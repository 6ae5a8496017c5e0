import { searchOf, shortlistOf } from '../apps/api/src/modules/matching/matching.list.ts'
import { lotOf, seedOf } from '../apps/api/src/modules/matching/matching.order.rules.ts'
import { askingRows } from '../apps/api/src/modules/matching/matching.queries.ts'
import { type Question, questionsOf } from '../apps/api/src/modules/matching/matching.reading.ts'
import { search } from '../apps/api/src/modules/matching/matching.search.queries.ts'
import { BRIEFS } from './quality.briefs.ts'
import type { Client } from './quality.load.ts'
import { SHOWN } from './quality.metrics.ts'
import { districtOf, type Place } from './quality.places.ts'
import type { Connected } from './server.ts'

type Theme = keyof typeof BRIEFS
/** Somebody asks about a theme in a place. */
export interface Asking {
  id: string
  theme: Theme
  place: Place
}

const PLACES = `
  insert into places (id, slug, name, time_zone, currency, languages, introduction, contact_name, contact_role, lad_codes)
  select md5('place' || p.name)::uuid, 'place-' || p.n, p.name, 'Europe/London', 'GBP', '{en}', '', 'Somebody', 'Broker', p.codes
  from json_to_recordset($1) p (n int, name text, codes text[])`
const BODIES = `
  insert into organisations (id, place_id, name, kind, sector, income_band, themes, contact_name, contact_email, declared_at)
  select md5('body' || id)::uuid, id, 'Council', 'council', 'public', 'major', '{}', 'Somebody', 'a@example.org', now()
  from places`
const CHALLENGES = `
  insert into challenges (id, place_id, slug, state, commissioner_id, organisation_id, question, summary, themes, who_is_affected,
    least_served, hours_per_month, backfill_pence, closes_at, opened_at, ends_on)
  select md5('challenge' || c.slug)::uuid, p.id, c.slug, 'open', md5('person')::uuid, md5('body' || p.id)::uuid, c.question,
    c.summary, array[c.theme], '', '', 6, 0, now() + interval '90 days', now(), '2099-12-31'
  from json_to_recordset($1) c (slug text, place text, theme text, question text, summary text)
  join places p on p.name = c.place
  returning id, slug`

/** Opens one challenge for each theme in each place. */
export async function openChallenges(client: Client, places: readonly Place[]): Promise<Asking[]> {
  const asked = places.flatMap((place, n) =>
    Object.entries(BRIEFS).map(([theme, brief]) => ({
      slug: `${theme}-${n}`,
      theme: theme as Theme,
      at: place,
      place: place.name,
      ...brief,
    })),
  )
  await client.query('set session_replication_role = replica')
  await client.query(PLACES, [
    JSON.stringify(places.map((p, n) => ({ n, name: p.name, codes: p.areas.map(districtOf) }))),
  ])
  await client.query(BODIES)
  const { rows } = await client.query<{ id: string; slug: string }>(CHALLENGES, [
    JSON.stringify(asked.map(({ at, ...rest }) => rest)),
  ])
  await client.query('set session_replication_role = origin')
  const ids = new Map(rows.map((r) => [r.slug, r.id]))
  return asked.map(({ slug, theme, at }) => ({ id: ids.get(slug) ?? '', theme, place: at }))
}

export interface Answer {
  /** By score, then by lot. */
  scored: string[]
  /** As people see it, with the size balance. */
  shown: string[]
}

/** What the product answers, by its own code from the challenge to the list. */
export async function productAnswers(
  { db }: Connected,
  asked: readonly Asking[],
): Promise<Answer[]> {
  const answers: Answer[] = []
  for (const { id } of asked) {
    const [question] = await questionsOf(db, await askingRows(db, [id]))
    if (!question) throw new Error('a challenge that was opened is gone')
    answers.push(await answerTo(db, question))
  }
  return answers
}

async function answerTo(db: Connected['db'], question: Question): Promise<Answer> {
  const [top] = await search(db, [searchOf({ question, members: new Map() })])
  if (!top) return { scored: [], shown: [] }
  const scored = top.found.toSorted(
    (a, b) => b.score - a.score || b.sure - a.sure || a.place - b.place,
  )
  return {
    scored: scored.slice(0, SHOWN).map((f) => f.id),
    shown: shortlistOf(question, top, new Map(), []).shown.map((f) => f.id),
  }
}

export interface Listed {
  id: string
  org_id: string
  lad_code: string | null
  themes: string[]
}
export const everybodyListed = async ({ pool }: Connected): Promise<Listed[]> =>
  (
    await pool.query<Listed>(
      `select id, org_id, lad_code, themes from register_entries where status = 'registered' order by id`,
    )
  ).rows

/** Everybody of the place with the theme, drawn by lot. */
export const byThemeAlone = (asking: Asking, here: readonly Listed[], draw: number): string[] => {
  const seed = seedOf(`${asking.id}/${draw}`)
  return here
    .filter((e) => e.themes.includes(asking.theme))
    .toSorted((a, b) => lotOf(seed, a.id) - lotOf(seed, b.id))
    .slice(0, SHOWN)
    .map((e) => e.id)
}

/** Every way PostgreSQL has of ranking plain text, so that the best of them is what we compare with. */
export const TEXT_RANKS = ['ts_rank', 'ts_rank_cd'].flatMap((rank) =>
  [0, 1, 2].flatMap((normal) =>
    ['', 'name first '].map((weighted) => ({
      name: `${weighted}${rank}, normalisation ${normal}`,
      sql: `${rank}(${weighted ? 'weighted' : 'plain'}, query, ${normal})`,
    })),
  ),
)

const TEXTS = `
  create table quality_texts as
  select id, lad_code, to_tsvector('english', name_raw || ' ' || coalesce(activities, '')) as plain,
    setweight(to_tsvector('english', name_raw), 'A') || setweight(to_tsvector('english', coalesce(activities, '')), 'D') as weighted
  from register_entries where status = 'registered'`

/** Any word of the question is enough; more and rarer positions rank higher as PostgreSQL has it. */
export async function textAnswers(
  { pool }: Connected,
  asked: readonly Asking[],
): Promise<string[][][]> {
  await pool.query(TEXTS)
  const answers: string[][][] = []
  for (const { theme, place } of asked) {
    const said = `${BRIEFS[theme].question} ${BRIEFS[theme].summary}`
    const columns = TEXT_RANKS.map(
      ({ sql }, n) =>
        `(select coalesce(array_agg(id order by r desc, id), '{}') from (select id, ${sql} as r from found order by r desc, id limit ${SHOWN}) t) as r${n}`,
    )
    const { rows } = await pool.query<Record<string, string[]>>(
      `with q as (select string_agg(quote_literal(word), ' | ')::tsquery as query
         from unnest(tsvector_to_array(to_tsvector('english', $1))) word),
       found as materialized (select t.*, query from quality_texts t, q where lad_code = any ($2) and plain @@ query)
       select ${columns.join(', ')}`,
      [said, place.areas.map(districtOf)],
    )
    answers.push(TEXT_RANKS.map((_, n) => rows[0]?.[`r${n}`] ?? []))
  }
  return answers
}
