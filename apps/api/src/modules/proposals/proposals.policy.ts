import { type Actor, holds } from '../../http/actor.ts'

type Asking = Pick<Actor, 'roles' | 'scoped' | 'memberships'>

/** Reads new questions for safety, joins doubles, types paper in (BR1). */
export const brokersHere = (actor: Asking, placeId: string): boolean =>
  holds(actor, 'broker', placeId)

/** Sponsors as an elected member of the place (§2.2). */
export const electedHere = (actor: Asking, placeId: string): boolean =>
  holds(actor, 'elected-member', placeId)

/** Answers for a public body: asks questions for all of the place, or for one body of it. */
export const answersHere = (actor: Asking, placeId: string): boolean =>
  holds(actor, 'commissioner', placeId) ||
  actor.scoped.some(
    (r) => r.placeId === placeId && r.role === 'commissioner' && r.scope.kind === 'organisation',
  )

/** Sees the list of questions that wait for somebody. */
export const hasList = (actor: Asking, placeId: string): boolean =>
  brokersHere(actor, placeId) || electedHere(actor, placeId) || answersHere(actor, placeId)

export const stewardsHere = (actor: Asking, placeId: string): boolean =>
  holds(actor, 'steward', placeId)
