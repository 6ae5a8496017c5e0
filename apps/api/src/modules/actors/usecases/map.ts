import type { actorsContract, MapActor } from '@howcanwe/shared/actors'
import type { ActionOf } from '@howcanwe/shared/audit'
import type { Received, Result } from '@howcanwe/shared/http'
import { constraintOf, type Database, inTransaction } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import { type Actor, holds } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { record } from '../../audit/index.ts'
import { areasBelong, requirePlace } from '../../places/index.ts'
import { refuse } from '../actors.errors.ts'
import * as q from '../actors.queries.ts'
import { holdsContact, pairOf, unmetOf } from '../actors.rules.ts'
import { ofActor } from '../actors.shown.ts'

type Input = Received<typeof actorsContract.add>['body']

/** Pairs that have been introduced; that noun lives further right. */
export type IntroducedIn = (
  db: Database,
  placeId: string,
) => Promise<readonly { one: string; other: string }[]>

function requirePlain({ name, roleInIssue, offers, asks }: Input): void {
  if (holdsContact([name, roleInIssue, ...offers, ...asks])) throw refuse('actors.personal_contact')
}

/** Nobody twice: the index let one of two in. */
function taken(error: unknown): unknown {
  return constraintOf(error) === 'actors_name_once' ? refuse('actors.name_taken') : error
}

async function areasOf(tx: Database, row: q.ActorRow): Promise<MapActor> {
  const areas = await q.areasFor(tx, { organisationIds: [], actorIds: [row.id] })
  return ofActor(row, areas.get(row.id) ?? [])
}

const note = (tx: Database, actor: Actor, action: ActionOf<'actors'>, row: q.ActorRow) =>
  record(tx, {
    placeId: row.placeId,
    actorId: actor.personId,
    action: `actors.${action}`,
    subject: { kind: 'actor', id: row.id },
    after: { name: row.name },
  })

/** @throws places.not_found · actors.area_unknown · actors.name_taken · actors.personal_contact */
export async function add(
  { db }: Deps,
  actor: Actor,
  placeId: string,
  input: Input,
): Promise<MapActor> {
  requirePlain(input)
  const { areaIds, ...said } = input
  return inTransaction(db, async (tx) => {
    await requirePlace(tx, placeId)
    if (!holds(actor, 'broker', placeId)) throw refuseRequest('auth.forbidden')
    if (!(await areasBelong(tx, placeId, areaIds))) throw refuse('actors.area_unknown')
    const row = await q.putActor(tx, { ...said, placeId, addedBy: actor.personId }, areaIds)
    await note(tx, actor, 'added', row)
    return areasOf(tx, row)
  }).catch((error: unknown) => {
    throw taken(error)
  })
}

async function requireActor(db: Database, actor: Actor, id: string): Promise<q.ActorRow> {
  const row = await q.actorById(db, id)
  if (!row || !holds(actor, 'broker', row.placeId)) throw refuse('actors.not_found')
  return row
}

/** @throws actors.* · request.stale */
export async function change(
  { db }: Deps,
  actor: Actor,
  seen: { id: string; version: number },
  input: Input,
): Promise<MapActor> {
  requirePlain(input)
  const { areaIds, ...said } = input
  return inTransaction(db, async (tx) => {
    const before = await requireActor(tx, actor, seen.id)
    if (!(await areasBelong(tx, before.placeId, areaIds))) throw refuse('actors.area_unknown')
    const row = await q.changeActor(tx, seen, said, areaIds)
    if (!row) throw refuseRequest('request.stale', { currentVersion: before.version })
    await note(tx, actor, 'changed', row)
    return areasOf(tx, row)
  }).catch((error: unknown) => {
    throw taken(error)
  })
}

/** @throws actors.not_found */
export async function remove({ db }: Deps, actor: Actor, id: string): Promise<{ removed: true }> {
  return inTransaction(db, async (tx) => {
    const row = await requireActor(tx, actor, id)
    await q.dropActor(tx, id)
    await note(tx, actor, 'removed', row)
    return { removed: true }
  })
}

/**
 * Pairs worth introducing: neither says they have talked, nobody introduced them, and one has what the other asks for.
 *
 * @throws places.not_found
 */
export async function unmet(
  { db }: Deps,
  introducedIn: IntroducedIn,
  actor: Actor,
  placeId: string,
): Promise<Result<typeof actorsContract.unmet>> {
  await requirePlace(db, placeId)
  if (!holds(actor, 'broker', placeId)) throw refuseRequest('auth.forbidden')
  const own = new Set(actor.memberships.map((m) => m.organisationId))
  const [all, sayings, introduced] = await Promise.all([
    q.candidatesIn(db, placeId),
    q.sayingsIn(db, placeId),
    introducedIn(db, placeId),
  ])
  const met = new Set([
    ...sayings
      .filter((s) => s.known === 'talked' || s.known === 'worked-together')
      .map((s) => pairOf(s.organisationId, s.otherId)),
    ...introduced.map((pair) => pairOf(pair.one, pair.other)),
  ])
  const candidates = all.filter((c) => !own.has(c.id))
  return {
    items: unmetOf(candidates, met).map(({ a, b, fits, themes }) => ({
      a: { id: a.id, name: a.name },
      b: { id: b.id, name: b.name },
      fits,
      themes: a.themes.filter((theme) => themes.includes(theme)),
    })),
  }
}
