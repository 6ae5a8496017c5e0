import { type Actor, holds } from '../../http/actor.ts'
import { runs } from '../codesign/index.ts'

interface Asked {
  id: string
  placeId: string
  challengeId: string
  facilitatorId: string
}

/** Sets targets, draws and confirms: whoever runs the group, and the brokers of its place. */
export const mayDraw = (actor: Pick<Actor, 'roles' | 'personId'>, group: Asked): boolean =>
  runs(actor, group) ||
  holds(actor, 'broker', group.placeId, { kind: 'challenge', id: group.challengeId })
