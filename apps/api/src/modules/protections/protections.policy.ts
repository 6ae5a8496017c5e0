import type { Role } from '@howcanwe/shared/identity'

interface Asking {
  personId: string
  roles: readonly { placeId: string; role: Role }[]
}

/** May begin a decision in this place, and sees their own on the desk: its commissioners. */
export const mayDecide = (actor: Asking, placeId: string): boolean =>
  actor.roles.some((r) => r.role === 'commissioner' && r.placeId === placeId)

/** Reads, writes, publishes and reviews this one: who began it, while still a commissioner in its place. */
export const owns = (
  actor: Asking,
  decision: { placeId: string; commissionerId: string },
): boolean => decision.commissionerId === actor.personId && mayDecide(actor, decision.placeId)
