import { type Actor, holds } from '../../http/actor.ts'

type Asker = Pick<Actor, 'roles' | 'memberships'>

/** Whoever belongs to an organisation asks and offers for it. */
export const speaksFor = (asker: Asker, organisationId: string): boolean =>
  asker.memberships.some((m) => m.organisationId === organisationId)

/** The people of a place's organisations, and its brokers. */
export const maySeeRoom = (asker: Asker, placeId: string): boolean =>
  asker.memberships.some((m) => m.placeId === placeId) || holds(asker, 'broker', placeId)
