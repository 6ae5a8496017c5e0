import { type Actor, holds } from '../../http/actor.ts'

interface Asked {
  id: string
  placeId: string
  challengeId: string
  facilitatorId: string
  commissionerId: string
}

/** Asks the question the group is for, and still does so here. */
export const asksIt = (actor: Actor, group: Asked): boolean =>
  group.commissionerId === actor.personId &&
  holds(actor, 'commissioner', group.placeId, { kind: 'challenge', id: group.challengeId })

/** Runs the group: arranges and writes down, and never marks. */
export const runsIt = (actor: Actor, group: Asked): boolean =>
  group.facilitatorId === actor.personId &&
  holds(actor, 'facilitator', group.placeId, { kind: 'group', id: group.id })

/** Says that it was heard and what becomes of it. */
export const answersIt = (actor: Actor, group: Asked): boolean =>
  asksIt(actor, group) || runsIt(actor, group)

/** Sees what a place owes its residents, whoever it is that answers. */
export const watchesAll = (actor: Actor, placeId: string): boolean =>
  holds(actor, 'broker', placeId)

const ANSWERERS: readonly string[] = ['facilitator', 'commissioner', 'broker']

/** Answers for anything in this place, or brokers here: reads how a place keeps to what groups are promised. */
export const answersHere = (actor: Actor, placeId: string): boolean =>
  [...actor.roles, ...actor.scoped].some(
    (held) => held.placeId === placeId && ANSWERERS.includes(held.role),
  )
