import type { MapActor, Tie } from '@howcanwe/shared/actors'
import type { Database } from '../../db/database.ts'
import { publicServices } from '../organisations/index.ts'
import { openSupportOf } from '../support-exchange/index.ts'
import * as q from './actors.queries.ts'
import { roomsOf, tiesOf } from './actors.rules.ts'
import { shownNames } from './listing.queries.ts'

type Organisation = Awaited<ReturnType<typeof q.organisationsFor>>[number]
type Beside = Pick<MapActor, 'areaIds' | 'knows' | 'services' | 'support'>

const asLines = (words: readonly string[]) => words.map((line) => ({ line }))

function ofOrganisation(row: Organisation, beside: Beside): MapActor {
  const { organisation: o, entry, profile } = row
  const { id, name, kind, sector, themes } = o
  return {
    ...{ id, listed: 'organisation', name, kind, sector, themes, ...beside },
    roleInIssue: entry?.roleInIssue ?? '',
    offers: [
      ...asLines(entry?.offers ?? []),
      ...(profile?.skills ?? []).map((skill) => ({ skill })),
      ...roomsOf(profile?.premises ?? []),
    ],
    asks: [
      ...asLines(entry?.asks ?? []),
      ...(profile?.possibleWith ?? []).map((possibleWith) => ({ possibleWith })),
    ],
    version: null,
  }
}

/** Somebody a broker put on the map. Nobody has said whom they know. */
export function ofActor(row: q.ActorRow, areaIds: string[]): MapActor {
  const { id, name, kind, sector, themes, roleInIssue, version } = row
  return {
    ...{ id, listed: 'actor', name, kind, sector, themes, areaIds, roleInIssue, version },
    ...{ offers: asLines(row.offers), asks: asLines(row.asks) },
    ...{ knows: [], services: [], support: null },
  }
}

/** Ties that both sides have spoken of, between two who are on the map. */
export async function tiesHere(
  db: Database,
  placeId: string,
): Promise<[Tie[], Map<string, string>]> {
  const [sayings, names] = await Promise.all([q.sayingsIn(db, placeId), shownNames(db, placeId)])
  return [tiesOf(sayings).filter(({ a, b }) => names.has(a) && names.has(b)), names]
}

/** Whom one knows, by name, whichever page they stand on. */
export const knownTo = (
  id: string,
  ties: readonly Tie[],
  names: ReadonlyMap<string, string>,
): MapActor['knows'] =>
  ties
    .flatMap(({ a, b, strength }) => {
      const other = a === id ? b : b === id ? a : undefined
      const name = other && names.get(other)
      return other && name ? [{ id: other, name, strength }] : []
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'en'))

/**
 * These of the map, in this order, each with all that is said of it.
 *
 * @param insider an organisation of the place or its broker: sees who needs and lends support (OR5)
 */
export async function shownOf(
  db: Database,
  of: { placeId: string; ids: readonly string[]; insider: boolean },
): Promise<MapActor[]> {
  const [organisations, actors] = await Promise.all([
    q.organisationsFor(db, of.ids),
    q.actorsFor(db, of.ids),
  ])
  const organisationIds = organisations.map((o) => o.organisation.id)
  const [areas, services, supportOf, [ties, names]] = await Promise.all([
    q.areasFor(db, { organisationIds, actorIds: actors.map((a) => a.id) }),
    publicServices(db, organisationIds),
    openSupportOf(db, of.insider ? organisationIds : []),
    tiesHere(db, of.placeId),
  ])
  const beside = (id: string): Beside => ({
    areaIds: areas.get(id) ?? [],
    knows: knownTo(id, ties, names),
    services: (services.get(id) ?? []).map(({ name }) => name),
    support: of.insider ? supportOf(id) : null,
  })
  const drawn = new Map([
    ...organisations.map(
      (o) => [o.organisation.id, ofOrganisation(o, beside(o.organisation.id))] as const,
    ),
    ...actors.map((a) => [a.id, ofActor(a, areas.get(a.id) ?? [])] as const),
  ])
  return of.ids.flatMap((id) => drawn.get(id) ?? [])
}
