import type { Role } from '@howcanwe/shared/identity'

interface Asking {
  personId: string
  roles: readonly { placeId: string; role: Role }[]
}
interface Asked {
  placeId: string
  commissionerId: string
}

const holds = (actor: Asking, role: Role, placeId: string): boolean =>
  actor.roles.some((r) => r.role === role && r.placeId === placeId)

/** Runs this challenge: is the one who asks, and still a commissioner in its place. */
export const runs = (actor: Asking, challenge: Asked): boolean =>
  challenge.commissionerId === actor.personId && holds(actor, 'commissioner', challenge.placeId)

/** Sees a place's desk: whoever asks questions there, or brokers them. */
export const hasDesk = (actor: Asking, placeId: string): boolean =>
  holds(actor, 'commissioner', placeId) || holds(actor, 'broker', placeId)

/** May begin a question in this place. */
export const mayStart = (actor: Asking, placeId: string): boolean =>
  holds(actor, 'commissioner', placeId)

/** Sees every opened question of this place on the desk. */
export const brokers = (actor: Asking, placeId: string): boolean => holds(actor, 'broker', placeId)
