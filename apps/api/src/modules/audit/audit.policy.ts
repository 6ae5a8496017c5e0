import { type Actor, holds } from '../../http/actor.ts'

/** The whole record of a place says who did what: its stewards may have it. Checkpoints of it are everyone's. */
export const mayExport = (actor: Pick<Actor, 'roles'>, placeId: string): boolean =>
  holds(actor, 'steward', placeId)
