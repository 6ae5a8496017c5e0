import { type Actor, holds } from '../../http/actor.ts'

/** The address book is for the brokers of the whole place: not for a council, not for who stands in for one challenge. */
export const readsBook = (actor: Pick<Actor, 'roles'>, placeId: string): boolean =>
  holds(actor, 'broker', placeId)
