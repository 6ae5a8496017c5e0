import { type Actor, holds } from '../../http/actor.ts'

interface Asker {
  roles: Actor['roles']
  memberships: readonly { organisationId: string }[]
}

/** A broker of the place who belongs to neither side (`product-spec.md` §2.2: never a party). */
export const mayBroker = (
  asker: Asker,
  placeId: string,
  organisationIds: readonly string[],
): boolean =>
  holds(asker, 'broker', placeId) &&
  !asker.memberships.some((m) => organisationIds.includes(m.organisationId))

/** Lead or not: whoever belongs to an organisation speaks for it. */
export const speaksFor = (asker: Pick<Asker, 'memberships'>, organisationId: string): boolean =>
  asker.memberships.some((m) => m.organisationId === organisationId)
