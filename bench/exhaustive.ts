import { searchOf } from '../apps/api/src/modules/matching/matching.list.ts'
import type { Question } from '../apps/api/src/modules/matching/matching.reading.ts'
import type { Connected } from './server.ts'

/**
 * Everybody who works in the district or in what holds it, and every organisation of the place, scored in one plain
 * statement with the same values and from the same prepared rows: no kinds, no thresholds, and nobody left out before
 * they are scored. What `match_top` must equal.
 */
const EVERYBODY = `
  with q as materialized (select * from jsonb_populate_record(null::match_question, $1)),
  codes as (select unnest(lads) as code, 0 as level from q union all select c.* from q, unnest(q.codes, q.levels) c),
  entries as (
    select distinct on (l.entry_id) l.entry_id as id, l.lot, q.entry_sure as sure, l.mask & q.asked <> 0 as fits,
      q.entry[((c.level * 2 + (l.sector <> all (q.sectors))::int) * (cardinality(q.words) + 2)
        + case when l.known then icount(l.words & q.words) + 1 else 0 end) * (cardinality(q.themes) + 1)
        + bit_count((l.mask & q.asked)::bit(64))::int + 1] as score
    from q, match_lists l join codes c on c.code = l.code
    where not exists (select from match_organisations o where o.place_id = q.place and o.entry_id = l.entry_id)
    order by l.entry_id, c.level),
  ours as (
    select f.id, o.lot, f.sure, true, f.score from match_top(
      (select to_jsonb(q) || '{"lads": [], "codes": [], "levels": [], "take": 100000}' from q)) t,
      unnest(t.best) f join match_organisations o on o.organisation_id = f.id)
  select id from (select * from (select id, lot, sure, fits, score from entries) e union all select * from ours) everybody, q
  where fits
  order by score desc, sure desc, everybody.lot * q.multiplier % 2147483647, id limit 20`

export async function exhaustive(pool: Connected['pool'], question: Question): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>({
    name: 'everybody',
    text: EVERYBODY,
    values: [JSON.stringify(searchOf({ question, members: new Map() }))],
  })
  return rows.map((r) => r.id)
}
