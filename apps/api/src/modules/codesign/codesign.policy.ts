import type { Role } from '@howcanwe/shared/identity'

interface Asking {
  personId: string
  roles: readonly { placeId: string; role: Role }[]
}
interface Asked {
  placeId: string
  facilitatorId: string
}

const holds = (actor: Asking, role: Role, placeId: string): boolean =>
  actor.roles.some((r) => r.role === role && r.placeId === placeId)

/** Runs this group, and is still a facilitator in its place: the only one who sees who has joined. */
export const runs = (actor: Asking, group: Asked): boolean =>
  group.facilitatorId === actor.personId && holds(actor, 'facilitator', group.placeId)

export const mayAnnounce = (actor: Asking, group: Asked): boolean =>
  runs(actor, group) || holds(actor, 'broker', group.placeId)

export const brokers = (actor: Asking, placeId: string): boolean => holds(actor, 'broker', placeId)

/** Needs to know who can run a group: whoever may start one. */
export const mayChooseFacilitator = (actor: Asking, placeId: string): boolean =>
  brokers(actor, placeId) || holds(actor, 'commissioner', placeId)
