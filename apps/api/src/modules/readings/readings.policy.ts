import type { Role } from '@howcanwe/shared/identity'

interface Asking {
  personId: string
  roles: readonly { placeId: string; role: Role }[]
  memberships: readonly { organisationId: string }[]
}
interface Asked {
  placeId: string
  commissionerId: string
  /** The public body that asks. */
  organisationId: string
}

const holds = (actor: Asking, role: Role, placeId: string): boolean =>
  actor.roles.some((r) => r.role === role && r.placeId === placeId)

export const belongsTo = (actor: Pick<Asking, 'memberships'>, organisationId: string): boolean =>
  actor.memberships.some((one) => one.organisationId === organisationId)

/** Has a part in the asking, and so is no reader of it: nobody marks their own work (J-04 [G]). */
export const isParty = (actor: Asking, challenge: Asked): boolean =>
  challenge.commissionerId === actor.personId ||
  belongsTo(actor, challenge.organisationId) ||
  holds(actor, 'broker', challenge.placeId)

/** As what somebody sees the desk of a read-through; undefined when it is not theirs. */
export function deskAs(actor: Asking, challenge: Asked): 'commissioner' | 'broker' | undefined {
  const { placeId, commissionerId } = challenge
  if (commissionerId === actor.personId && holds(actor, 'commissioner', placeId))
    return 'commissioner'
  return holds(actor, 'broker', placeId) && commissionerId !== actor.personId ? 'broker' : undefined
}
