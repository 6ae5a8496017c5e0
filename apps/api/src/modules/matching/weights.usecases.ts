import type { Received } from '@howcanwe/shared/http'
import {
  type matchingContract,
  PARTS,
  type Part,
  type PlaceWeights,
  WEIGHTS,
} from '@howcanwe/shared/matching'
import { type Database, inTransaction, sqlState } from '../../db/database.ts'
import { type Actor, holds } from '../../http/actor.ts'
import { refuse as refuseRequest } from '../../http/app-error.ts'
import { record } from '../audit/index.ts'
import { requirePlace } from '../places/index.ts'
import { refuse } from './matching.errors.ts'
import * as q from './weights.queries.ts'

type Chosen = Readonly<Record<Part, number>>
type Change = Awaited<ReturnType<typeof q.changesOfWeights>>[number]

const listed = (chosen: Chosen) => PARTS.map((part) => ({ part, weight: chosen[part] }))

function shown(changes: readonly Change[]): PlaceWeights {
  const [newest] = changes
  return {
    weights: listed(newest ?? WEIGHTS),
    version: newest?.number ?? 0,
    since: newest?.since ?? null,
    history: changes.map((one) => ({
      weights: listed(one),
      since: one.since,
      reason: one.reason,
    })),
  }
}

/**
 * What a place weighs the parts of a match by, for challenges that open from now on; those that are open keep their own.
 *
 * @throws places.not_found
 */
export async function weightsOfPlace(db: Database, placeId: string): Promise<PlaceWeights> {
  const place = await requirePlace(db, placeId)
  return shown(await q.changesOfWeights(db, place.id))
}

interface Asked {
  actor: Actor
  placeId: string
  /** How many changes there were when the steward looked. */
  version: number
  body: Received<typeof matchingContract.setOfPlace>['body']
}

async function change(tx: Database, { actor, placeId, version, body }: Asked) {
  const place = await requirePlace(tx, placeId)
  if (!holds(actor, 'steward', place.id)) throw refuseRequest('auth.forbidden')
  const before = shown(await q.changesOfWeights(tx, place.id))
  if (before.version !== version)
    throw refuseRequest('request.stale', { currentVersion: before.version })
  if (before.weights.every(({ part, weight }) => body.weights[part] === weight))
    throw refuse('matching.same_weights')
  await q.putWeights(tx, {
    ...body.weights,
    placeId: place.id,
    number: version + 1,
    reason: body.reason,
    setBy: actor.personId,
  })
  await record(tx, {
    placeId: place.id,
    actorId: actor.personId,
    action: 'matching.weights-set',
    subject: { kind: 'place', id: place.id },
    before: Object.fromEntries(before.weights.map(({ part, weight }) => [part, weight])),
    after: body.weights,
  })
  return shown(await q.changesOfWeights(tx, place.id))
}

/**
 * Changes what a place weighs the parts of a match by, from now on. Everybody reads the reason.
 *
 * @throws places.not_found · auth.forbidden · request.stale · matching.same_weights
 */
export async function setWeights(db: Database, ask: Asked): Promise<PlaceWeights> {
  try {
    return await inTransaction(db, (tx) => change(tx, ask))
  } catch (error) {
    // Two stewards pressed at once, or one stopped being one meanwhile: the database has the last word
    const state = sqlState(error)
    if (state === 'HW164')
      throw refuseRequest('request.stale', {
        currentVersion: (await weightsOfPlace(db, ask.placeId)).version,
      })
    if (state === 'HW163') throw refuseRequest('auth.forbidden')
    throw state === 'HW165' ? refuse('matching.same_weights') : error
  }
}
