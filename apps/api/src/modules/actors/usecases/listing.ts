import type { actorsContract, MapNode } from '@howcanwe/shared/actors'
import type { Received, Result } from '@howcanwe/shared/http'
import { SECTORS } from '@howcanwe/shared/organisations'
import { THEMES } from '@howcanwe/shared/places'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type Actor, holds } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { cursorOf, publicServices, readCursor } from '../../organisations/index.ts'
import { requirePlace } from '../../places/index.ts'
import { maySeeRoom } from '../../support-exchange/index.ts'
import { refuse } from '../actors.errors.ts'
import { actorById, entryOf } from '../actors.queries.ts'
import { shownOf, tiesHere } from '../actors.shown.ts'
import * as q from '../listing.queries.ts'
import type { IntroducedIn } from './map.ts'

type Contract = typeof actorsContract
type Query = Received<Contract['picture']>['query']
interface Ask<Q> {
  actor: Actor | undefined
  placeId: string
  query: Q
}

const PAGE = 50

/** Who needs and lends support is for organisations of the place and its brokers (OR5). */
const isInsider = (actor: Actor | undefined, placeId: string): boolean =>
  actor !== undefined && maySeeRoom(actor, placeId)

/** Whom one of the reader's own organisations has met, itself among them: talked with, or introduced to. */
async function metBy(
  db: Database,
  introducedIn: IntroducedIn,
  { actor, placeId, query: { newTo } }: Ask<Query>,
): Promise<string[] | undefined> {
  if (newTo === undefined) return undefined
  if (!actor?.memberships.some((m) => m.organisationId === newTo && m.placeId === placeId))
    throw refuseRequest(actor ? 'auth.forbidden' : 'auth.required')
  const pairs = await introducedIn(db, placeId)
  const introduced = pairs.flatMap(({ one, other }) =>
    one === newTo ? [other] : other === newTo ? [one] : [],
  )
  return [newTo, ...(await q.talkedWith(db, newTo)), ...introduced]
}

/** What is wished, as far as this reader may wish it. */
async function wishesOf(
  db: Database,
  introducedIn: IntroducedIn,
  ask: Ask<Query>,
): Promise<q.Wishes> {
  const { newTo: _, ...query } = ask.query
  await requirePlace(db, ask.placeId)
  if ((query.with === 'lends' || query.with === 'needs') && !isInsider(ask.actor, ask.placeId))
    throw refuseRequest(ask.actor ? 'auth.forbidden' : 'auth.required')
  return { ...query, placeId: ask.placeId, notNew: await metBy(db, introducedIn, ask) }
}

/** Who there is in a place, by name, fifty a page, and how many have what (PL3). @throws places.not_found */
export async function map(
  { db }: Deps,
  introducedIn: IntroducedIn,
  ask: Ask<Received<Contract['map']>['query']>,
): Promise<Result<Contract['map']>> {
  const { cursor, limit = PAGE, ...query } = ask.query
  const wishes = await wishesOf(db, introducedIn, { ...ask, query })
  const rows = await q.listedIn(db, wishes, { after: readCursor(cursor), limit })
  const counts = await q.countedIn(db, wishes)
  const insider = isInsider(ask.actor, ask.placeId)
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    items: await shownOf(db, {
      placeId: ask.placeId,
      ids: page.map(({ id }) => id),
      insider,
    }),
    nextCursor: rows.length > limit && last ? cursorOf({ name: last.sort, id: last.id }) : null,
    counts: insider ? counts : { ...counts, lends: null, needs: null },
  }
}

const nodeOf = ({ id, name, sector, themes, areas }: q.NodeRow): MapNode => ({
  ...{ id, name, areaIds: areas },
  sector: SECTORS.find((one) => one === sector) ?? 'community',
  themes: THEMES.filter((one) => themes.includes(one)),
})

/** As much of everybody who fits as a picture needs, with the ties among them. @throws places.not_found */
export async function picture(
  { db }: Deps,
  introducedIn: IntroducedIn,
  ask: Ask<Query>,
): Promise<Result<Contract['picture']>> {
  const wishes = await wishesOf(db, introducedIn, ask)
  const nodes = (await q.nodesIn(db, wishes)).map(nodeOf)
  const drawn = new Set(nodes.map(({ id }) => id))
  const [ties] = await tiesHere(db, ask.placeId)
  return { nodes, ties: ties.filter(({ a, b }) => drawn.has(a) && drawn.has(b)) }
}

/**
 * One of the map. An organisation that is not on it is read by its own people and the broker alone: nobody else learns
 * that it is there.
 *
 * @throws places.not_found · actors.not_found
 */
export async function one(
  { db }: Deps,
  ask: { actor: Actor | undefined; placeId: string; actorId: string },
): Promise<Result<Contract['one']>> {
  const { actor, placeId, actorId } = ask
  await requirePlace(db, placeId)
  const shown = await isOnTheMap(db, placeId, actorId)
  const own = actor?.memberships.some((m) => m.organisationId === actorId) ?? false
  const broker = actor !== undefined && holds(actor, 'broker', placeId)
  const organisation = (await entryOf(db, actorId))?.organisation
  const here = organisation?.placeId === placeId && organisation.state !== 'left'
  if (!shown && !(here && (own || broker))) throw refuse('actors.not_found')
  const of = { placeId, ids: [actorId], insider: isInsider(actor, placeId) }
  const [found] = await shownOf(db, of)
  if (!found) throw refuse('actors.not_found')
  const services = await publicServices(db, [actorId])
  return { actor: found, services: services.get(actorId) ?? [], shown }
}

async function isOnTheMap(db: Database, placeId: string, id: string): Promise<boolean> {
  if ((await actorById(db, id))?.placeId === placeId) return true
  return (await q.shownNames(db, placeId)).has(id)
}
