import type { Result } from '@howcanwe/shared/http'
import { GRANTABLE, type OwnGrant, type RoleHere, type rolesContract } from '@howcanwe/shared/roles'
import type { Database } from '../../../db/database.ts'
import type { Actor } from '../../../http/actor.ts'
import { refuse as refuseRequest } from '../../../http/app-error.ts'
import { requirePlace } from '../../places/index.ts'
import { governs } from '../roles.policy.ts'
import * as q from '../roles.queries.ts'
import { forHolder, forSteward, namesFor, type RoleHands } from './view.ts'

/** Who does what in a place, for everyone. @throws places.not_found */
export async function rolesHere(db: Database, placeId: string): Promise<RoleHere[]> {
  await requirePlace(db, placeId)
  const rows = await q.rolesHere(db, placeId)
  return GRANTABLE.flatMap((role) =>
    rows.filter((row) => row.role === role).map((row) => ({ ...row, role })),
  )
}

/** Every role of a place, and what a new one may be held over. @throws auth.forbidden */
export async function allRoles(
  db: Database,
  hands: RoleHands,
  actor: Actor,
  placeId: string,
): Promise<Result<typeof rolesContract.all>> {
  if (!governs(actor, placeId)) throw refuseRequest('auth.forbidden')
  const rows = await q.grantsIn(db, placeId)
  const names = await namesFor(db, hands, rows)
  return {
    items: rows.map((row) => forSteward(actor, row, names)),
    things: await hands.thingsIn(db, placeId),
  }
}

export async function ownRoles(db: Database, hands: RoleHands, actor: Actor): Promise<OwnGrant[]> {
  const rows = await q.grantsOf(db, actor.personId)
  const names = await namesFor(db, hands, rows)
  return rows.map((row) => forHolder(row, names))
}
