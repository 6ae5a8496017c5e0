import { THEMES } from '../packages/shared/src/places/index.ts'
import { challengeOf, districts, entryOf, writerOf } from './country.ts'
import type { Fitted } from './fitted.ts'
import { randomOf } from './random.ts'
import type { Connected } from './server.ts'

const BATCH = 5_000
export interface Size {
  orgs: number
  challenges: number
  residents: number
  seed: number
}

type Pool = Connected['pool']

async function loadAreas(pool: Pool): Promise<void> {
  await pool.query(
    `insert into gss_areas (code, name, kind, county_code, region_code, country_code, active_code, current, source)
     select code, code, 'lad', county, region, country, code, true, 'bench'
     from json_to_recordset($1) d (code text, county text, region text, country text)`,
    [JSON.stringify(districts)],
  )
  await pool.query(
    `insert into gss_areas (code, name, kind, active_code, current, source)
     values ('K04000001', 'Both', 'nations', 'K04000001', true, 'bench')`,
  )
  await pool.query(
    `insert into places (id, slug, name, time_zone, currency, languages, introduction, contact_name, contact_role, lad_codes)
     select md5('place' || code)::uuid, lower(code), code, 'Europe/London', 'GBP', '{en}', '', 'Somebody', 'Broker', array[code]
     from gss_areas where kind = 'lad'`,
  )
  await pool.query(
    `insert into place_areas (id, place_id, name, position)
     select md5('area' || n || id)::uuid, id, 'Area ' || n, n from places, generate_series(0, 7) n`,
  )
}

async function loadEntries(pool: Pool, size: Size, fitted: Fitted): Promise<void> {
  const random = randomOf(size.seed)
  const write = writerOf(fitted, size.orgs)
  for (let from = 0; from < size.orgs; from += BATCH) {
    const rows = Array.from({ length: Math.min(BATCH, size.orgs - from) }, (_, i) =>
      entryOf(from + i, fitted, write, random),
    )
    const columns = Object.keys(rows[0] ?? {}).join(', ')
    await pool.query(
      `insert into register_entries (${columns}) select ${columns} from json_populate_recordset(null::register_entries, $1)`,
      [JSON.stringify(rows)],
    )
  }
}

/** Three in ten are registered in their own place and have said what they have; a public body in each place asks. */
const ORGANISATIONS = `
  insert into organisations (id, place_id, name, kind, sector, income_band, themes, contact_name, contact_email, declared_at,
    register_entry_id)
  select md5('org' || e.id)::uuid, p.id, e.name_shown, e.kind, match_sector(e.kind), e.income_band, e.themes, 'Somebody',
    'somebody@example.org', now(), e.id
  from register_entries e join places p on p.lad_codes[1] = e.lad_code where hashtext(e.id::text) % 10 in (0, 1, 2)`
const BODIES = `
  insert into organisations (id, place_id, name, kind, sector, income_band, themes, contact_name, contact_email, declared_at)
  select md5('body' || id)::uuid, id, 'Council', 'council', 'public', 'major', array[$1], 'Somebody', 'a@example.org', now()
  from places`
const CAPACITY = `
  insert into capacity_profiles (organisation_id, place_id, spare_hours_per_month, skills, premises, reach, lived_experience,
    possible_with)
  select o.id, o.place_id, case when h % 3 > 0 then h % 30 end,
    case h % 4 when 0 then '{}' when 1 then array['outreach'] when 2 then array['cooking', 'youth-work'] else array['advice', 'digital', 'design'] end,
    case when h % 5 = 0 then '[{"name": "Hall", "seats": 40, "stepFree": true}]' when h % 5 = 1 then '[{"name": "Room", "seats": 12, "stepFree": false}]' else '[]' end::jsonb,
    case when h % 2 = 0 then jsonb_build_array(jsonb_build_object('community', split_part(e.activities, ' ', 1 + h % 9), 'people', 30,
      'how', (array['trusted-contact', 'weekly-contact', 'members'])[1 + h % 3])) else '[]' end,
    case h % 6 when 0 then 'led-by' when 1 then 'majority' when 2 then 'some' when 3 then 'not' end,
    case when h % 7 = 0 then array['backfill-pay'] else '{}' end
  from organisations o left join register_entries e on e.id = o.register_entry_id,
    lateral (select abs(hashtext('capacity' || o.id)) as h) h`
const AREAS = `
  insert into organisation_areas (place_id, organisation_id, area_id)
  select o.place_id, o.id, a.id from organisations o join place_areas a on a.place_id = o.place_id
  where (abs(hashtext(o.id::text)) + a.position) % 4 = 0`
const PEOPLE = `
  insert into people (id, display_name, email)
  select md5('person' || n)::uuid, 'Resident ' || n, 'resident-' || n || '@example.org' from generate_series(1, $1) n`
const CHALLENGES = `
  insert into challenges (id, place_id, slug, state, commissioner_id, organisation_id, question, summary, themes, who_is_affected,
    least_served, hours_per_month, backfill_pence, closes_at, opened_at, ends_on)
  select md5('challenge' || n)::uuid, p.id, 'challenge-' || n, 'open', md5('person1')::uuid, md5('body' || p.id)::uuid, c.question,
    c.summary, c.themes, c.who_is_affected, c.least_served, c.hours_per_month, c.backfill_pence, now() + interval '90 days', now(),
    '2099-12-31'
  from json_to_recordset($1) c (n int, place int, question text, summary text, themes text[], who_is_affected text,
    least_served text, hours_per_month int, backfill_pence int)
  join (select *, row_number() over (order by slug) - 1 as at from places) p on p.at = c.place`

/** Loads a country with guards and triggers off, then writes what matching reads in one go. */
export async function load(
  pool: Pool,
  size: Size,
  fitted: Fitted,
  say: (line: string) => void,
): Promise<void> {
  const began = Date.now()
  const step = async (name: string, work: () => Promise<unknown>) => {
    await work()
    say(`${((Date.now() - began) / 1000).toFixed(0)} s: ${name}`)
  }
  await pool.query(`set session_replication_role = replica`)
  await pool.query(
    `set maintenance_work_mem = '512MB'; set work_mem = '256MB'; set synchronous_commit = off`,
  )
  await step('areas', () => loadAreas(pool))
  await step(`${size.orgs} register entries`, () => loadEntries(pool, size, fitted))
  await step('organisations', async () => {
    await pool.query(BODIES, [THEMES[0]])
    await pool.query(ORGANISATIONS)
    await pool.query(CAPACITY)
    await pool.query(AREAS)
  })
  await step(`${size.residents} residents`, () => pool.query(PEOPLE, [Math.max(1, size.residents)]))
  const random = randomOf(size.seed + 1)
  const write = writerOf(fitted, size.orgs)
  const asked = Array.from({ length: size.challenges }, (_, n) => ({
    n,
    ...challengeOf(fitted, write, random),
  }))
  await step(`${size.challenges} challenges`, () => pool.query(CHALLENGES, [JSON.stringify(asked)]))
  await pool.query(
    `insert into challenge_matches (challenge_id, place_id) select id, place_id from challenges`,
  )
  await step('lists for matching', () => pool.query('select match_rebuild()'))
  await step('vacuum', () => pool.query('vacuum analyze'))
  await pool.query(`set session_replication_role = origin`)
}
