import { type Actor, holds } from '../../http/actor.ts'

/** May see whether promised answers come in time: the broker of the place (§2.2). Never a word of what they say. */
export const mayWatchClocks = (actor: Pick<Actor, 'roles'>, placeId: string): boolean =>
  holds(actor, 'broker', placeId)

/** May read an organisation's answer, rate it and ask back: whoever belongs to it. */
export const mayReadAnswer = (
  actor: { memberships: readonly { organisationId: string }[] },
  organisationId: string,
): boolean => actor.memberships.some((m) => m.organisationId === organisationId)
