import { type Actor, holds } from '../../http/actor.ts'

type Asker = Pick<Actor, 'roles' | 'scoped'>

/** Approves and pays in this place. */
export const clerks = (actor: Asker, placeId: string): boolean =>
  holds(actor, 'finance-clerk', placeId)

/** Says what the place pays. */
export const setsRules = (actor: Asker, placeId: string): boolean =>
  holds(actor, 'steward', placeId)
