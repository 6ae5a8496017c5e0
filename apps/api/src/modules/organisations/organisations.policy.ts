import type { Organisation } from '@howcanwe/shared/organisations'
import { type Actor, holds } from '../../http/actor.ts'

interface Asker {
  roles: Actor['roles']
  memberships: readonly { organisationId: string }[]
}
interface About {
  id: string
  placeId: string
  state: Organisation['state']
}

export const isBrokerHere = (asker: Asker, placeId: string): boolean =>
  holds(asker, 'broker', placeId)

const isOwn = (asker: Asker, o: About): boolean =>
  asker.memberships.some((m) => m.organisationId === o.id)

/** All of it, the contact included: its own people and the brokers of its place. Nobody else learns it is there. */
export const mayRead = (asker: Asker, o: About): boolean =>
  isOwn(asker, o) || isBrokerHere(asker, o.placeId)

/** Lead or not: whoever belongs to it speaks for it. */
export const mayChange = (asker: Asker, o: About): boolean => isOwn(asker, o) && o.state !== 'left'

/** Takes invitations, introductions, support asks and nudges; whoever rests or has left gets none (FR-12, J-09). */
export const isAskable = (state: Organisation['state']): boolean =>
  state === 'listed' || state === 'checked'

/** A broker of its place, but not of an organisation they belong to themselves (`product-spec.md` §2.2). */
export const mayCheck = (asker: Asker, o: About): boolean =>
  isBrokerHere(asker, o.placeId) && !isOwn(asker, o)
