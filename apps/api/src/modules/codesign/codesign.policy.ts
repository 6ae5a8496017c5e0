import { type Actor, holds } from '../../http/actor.ts'

type Held = Parameters<typeof holds>[0]
type Asking = Held & Pick<Actor, 'personId'>
interface Asked {
  id: string
  placeId: string
  challengeId: string
  facilitatorId: string
}

/** Runs this group, and is still a facilitator in its place or of it: the only one who sees who has joined. */
export const runs = (actor: Asking, group: Asked): boolean =>
  group.facilitatorId === actor.personId &&
  holds(actor, 'facilitator', group.placeId, { kind: 'group', id: group.id })

export const mayAnnounce = (actor: Asking, group: Asked): boolean =>
  runs(actor, group) ||
  holds(actor, 'broker', group.placeId, { kind: 'challenge', id: group.challengeId })

/** Needs to know who can run a group: whoever may start one for any challenge of theirs here. */
export const mayChooseFacilitator = (actor: Held, placeId: string): boolean =>
  holds(actor, 'broker', placeId) || holds(actor, 'commissioner', placeId)
