import { type Actor, holds } from '../../http/actor.ts'

type Asking = Parameters<typeof holds>[0] & Pick<Actor, 'personId'>

/** Reads, writes, publishes and reviews this one: who began it, while still a commissioner in its place or of its body. */
export const owns = (
  actor: Asking,
  decision: { placeId: string; organisationId: string; commissionerId: string },
): boolean =>
  decision.commissionerId === actor.personId &&
  holds(actor, 'commissioner', decision.placeId, {
    kind: 'organisation',
    id: decision.organisationId,
  })
