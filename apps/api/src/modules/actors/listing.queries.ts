import type { MapWith } from '@howcanwe/shared/actors'
import { eq, or, type SQL, sql } from 'drizzle-orm'
import type { Database } from '../../db/database.ts'
import { namesOfServices } from '../organisations/index.ts'
import {
  capacityProfiles,
  organisationAreas,
  organisations,
} from '../organisations/organisations.table.ts'
import { lendsSomething, needsSomething } from '../support-exchange/index.ts'
import { isShown } from './actors.queries.ts'
import { actorAreas, actors, mapEntries, tieSayings } from './actors.table.ts'

export interface Wishes {
  placeId: string
  q?: string | undefined
  also?: string | undefined
  sector?: string | undefined
  theme?: string | undefined
  areaId?: string | undefined
  with?: MapWith | undefined
  listed?: 'organisation' | 'actor' | undefined
  /** Those in here are not new; this one itself among them. */
  notNew?: readonly string[] | undefined
}

const none = sql`'{}'::text[]`
const joined = (...lists: SQL[]) =>
  sql`concat_ws(' ', ${sql.join(
    lists.map((list) => sql`array_to_string(${list}, ' ')`),
    sql`, `,
  )})`

/** Everybody on the map of a place, organisations and others alike, as far as somebody may look for them. */
const everybody = (placeId: string) => sql`
  select ${organisations.id} as id, 'organisation' as listed, ${organisations.name} as name,
    lower(${organisations.name}) as sort, ${organisations.sector} as sector, ${organisations.themes} as themes,
    array(select ${organisationAreas.areaId} from ${organisationAreas}
      where ${organisationAreas.organisationId} = ${organisations.id}) as areas,
    concat_ws(' ', ${organisations.name}, ${mapEntries.roleInIssue},
      ${joined(sql`${mapEntries.offers}`, sql`${mapEntries.asks}`)}, runs.names) as said,
    coalesce(${capacityProfiles.skills}, ${none}) || coalesce(${capacityProfiles.possibleWith}, ${none})
      || case when rooms.n > 0 then array['room'] else ${none} end as words,
    cardinality(coalesce(${mapEntries.offers}, ${none}) || coalesce(${capacityProfiles.skills}, ${none})) + rooms.n > 0 as offers,
    cardinality(coalesce(${mapEntries.asks}, ${none}) || coalesce(${capacityProfiles.possibleWith}, ${none})) > 0 as asks,
    runs.names is not null as services, ${lendsSomething} as lends, ${needsSomething} as needs
  from ${organisations}
  left join ${mapEntries} on ${eq(mapEntries.organisationId, organisations.id)}
  left join ${capacityProfiles} on ${eq(capacityProfiles.organisationId, organisations.id)}
  cross join lateral (select ${namesOfServices} as names) runs
  cross join lateral (select coalesce(jsonb_array_length(${capacityProfiles.premises}), 0) as n) rooms
  where ${eq(organisations.placeId, placeId)} and ${isShown}
  union all
  select ${actors.id}, 'actor', ${actors.name}, lower(${actors.name}), ${actors.sector}, ${actors.themes},
    array(select ${actorAreas.areaId} from ${actorAreas} where ${actorAreas.actorId} = ${actors.id}),
    concat_ws(' ', ${actors.name}, ${actors.roleInIssue}, ${joined(sql`${actors.offers}`, sql`${actors.asks}`)}),
    ${none}, cardinality(${actors.offers}) > 0, cardinality(${actors.asks}) > 0, false, false, false
  from ${actors} where ${eq(actors.placeId, placeId)}`

const array = (values: readonly string[], type: 'text' | 'uuid') =>
  sql`array[${sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  )}]::${sql.raw(type)}[]`

const saysIt = ({ q, also }: Wishes): SQL | undefined =>
  q
    ? sql`(position(fold(lower(${q})) in fold(lower(said))) > 0
        or words && ${array(also?.split(',') ?? [''], 'text')})`
    : undefined

/** All that is wished but for what they have. */
const wished = (wishes: Wishes): SQL =>
  sql.join(
    [
      sql`true`,
      saysIt(wishes),
      wishes.sector && sql`sector = ${wishes.sector}`,
      wishes.theme && sql`${wishes.theme} = any(themes)`,
      wishes.areaId && sql`${wishes.areaId}::uuid = any(areas)`,
      wishes.listed && sql`listed = ${wishes.listed}`,
      wishes.notNew &&
        sql`(listed = 'organisation' and id <> all(${array(wishes.notNew, 'uuid')}))`,
    ].flatMap((one) => one || []),
    sql` and `,
  )

const having = (has: MapWith | undefined) => (has ? sql.identifier(has) : sql`true`)

export interface Listed extends Record<string, unknown> {
  id: string
  listed: 'organisation' | 'actor'
  sort: string
}

/** By name from after a given one; one more than the limit, so that the caller knows whether there is a next page. */
export const listedIn = async (
  db: Database,
  wishes: Wishes,
  page: { after: { name: string; id: string } | undefined; limit: number },
): Promise<Listed[]> => {
  const after = page.after
    ? sql`(sort, id) > (${page.after.name}, ${page.after.id}::uuid)`
    : sql`true`
  const { rows } = await db.execute<Listed>(
    sql`select id, listed, sort from (${everybody(wishes.placeId)}) here
      where ${wished(wishes)} and ${having(wishes.with)} and ${after}
      order by sort, id limit ${page.limit + 1}`,
  )
  return rows
}

export interface Counted extends Record<string, unknown> {
  all: number
  offers: number
  asks: number
  services: number
  lends: number
  needs: number
}

/** How many fit, by what they have. */
export const countedIn = async (db: Database, wishes: Wishes): Promise<Counted> => {
  const { rows } = await db.execute<Counted>(
    sql`select count(*)::int as all, count(*) filter (where offers)::int as offers,
        count(*) filter (where asks)::int as asks, count(*) filter (where services)::int as services,
        count(*) filter (where lends)::int as lends, count(*) filter (where needs)::int as needs
      from (${everybody(wishes.placeId)}) here where ${wished(wishes)}`,
  )
  const [counted] = rows
  if (!counted) throw new Error('a count had no row')
  return counted
}

export interface NodeRow extends Record<string, unknown> {
  id: string
  name: string
  sector: string
  themes: string[]
  areas: string[]
}

/** More than this no picture shows. */
const DRAWN = 1_000

export const nodesIn = async (db: Database, wishes: Wishes): Promise<NodeRow[]> => {
  const { rows } = await db.execute<NodeRow>(
    sql`select id, name, sector, themes, areas from (${everybody(wishes.placeId)}) here
      where ${wished(wishes)} and ${having(wishes.with)} order by sort, id limit ${DRAWN}`,
  )
  return rows
}

/** Names of the organisations on the map of a place. */
export const shownNames = async (db: Database, placeId: string): Promise<Map<string, string>> =>
  new Map(
    (
      await db
        .select({ id: organisations.id, name: organisations.name })
        .from(organisations)
        .leftJoin(mapEntries, eq(mapEntries.organisationId, organisations.id))
        .where(sql`${organisations.placeId} = ${placeId} and ${isShown}`)
    ).map(({ id, name }) => [id, name]),
  )

/** Whom one has talked or worked with, as one of the two says. */
export const talkedWith = async (db: Database, organisationId: string): Promise<string[]> => {
  const rows = await db
    .select({ one: tieSayings.organisationId, other: tieSayings.otherId })
    .from(tieSayings)
    .where(
      sql`${or(eq(tieSayings.organisationId, organisationId), eq(tieSayings.otherId, organisationId))}
        and ${tieSayings.known} in ('talked', 'worked-together')`,
    )
  return rows.map(({ one, other }) => (one === organisationId ? other : one))
}
