import type { Grant } from '@howcanwe/shared/roles'
import type { Database } from '../../../db/database.ts'
import type { Deps } from '../../../deps.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { refuse } from '../roles.errors.ts'
import { tellHolder } from '../roles.letters.ts'
import { against, governs, isOpenTo, type Move } from '../roles.policy.ts'
import * as q from '../roles.queries.ts'
import { requireToCome } from './giving.ts'
import { guarded, type Happened, trail } from './guarded.ts'
import { forSteward, namesFor, type RoleHands } from './view.ts'

interface Asked {
  id: string
  version: number
  reason?: string
  until?: Date | undefined
}

/** A role of the steward's own place, locked, in the version they saw, that may go this way. */
async function hold(tx: Database, actor: Actor, { id, version }: Asked, move: Move) {
  const row = await q.lockGrant(tx, id)
  if (!row || !governs(actor, row.grant.placeId)) throw refuse('roles.not_found')
  if (row.grant.version !== version)
    throw refuseRequest('request.stale', { currentVersion: row.grant.version })
  if (!isOpenTo(row.grant.state, move)) throw refuse('roles.wrong_state')
  const why = against(actor, row.grant, move)
  if (why) throw refuse(`roles.${why}`)
  return row
}

const OUTCOME = {
  grant: ['granted', 'granted'],
  suspend: ['suspended', 'suspended'],
  resume: ['granted', 'resumed'],
  end: ['ended', 'ended'],
} as const satisfies Record<Move, readonly [state: string, happened: Happened]>

/**
 * Moves a role on, and tells its holder why.
 *
 * @throws roles.not_found · request.stale · roles.wrong_state · roles.not_by_yourself · roles.second_steward ·
 *   roles.last_one · roles.until_past
 */
export async function move(
  deps: Deps,
  hands: RoleHands,
  ask: { actor: Actor; move: Move; about: Asked },
): Promise<Grant> {
  const { actor, about } = ask
  return guarded(deps.db, async (tx) => {
    const before = await hold(tx, actor, about, ask.move)
    await requireToCome(tx, about.until)
    const [state, done] = OUTCOME[ask.move]
    const happened = before.grant.state === 'requested' && done === 'ended' ? 'declined' : done
    await q.changeGrant(tx, about.id, {
      state,
      reason: about.reason ?? null,
      ...(ask.move === 'grant' ? { grantedBy: actor.personId } : {}),
      ...(ask.move === 'grant' && about.until ? { until: about.until } : {}),
    })
    const row = await q.grantById(tx, about.id)
    if (!row) throw refuse('roles.not_found')
    const names = await namesFor(tx, hands, [row])
    await trail(tx, actor.personId, happened, row.grant)
    await tellHolder(tx, deps.config, { row, names, by: actor, kind: happened })
    return forSteward(actor, row, names)
  })
}
