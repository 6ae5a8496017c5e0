import { type Actor, holds, type Scope } from '../../http/actor.ts'

type Held = Parameters<typeof holds>[0]
type Asking = Held & Pick<Actor, 'personId'>
interface Asked {
  id: string
  placeId: string
  /** The public body that asks. */
  organisationId: string
  commissionerId: string
}

/** What a role may be held over so that it counts for this challenge: itself, or the body that asks it (§2.2). */
export const scopesOf = ({ id, organisationId }: Pick<Asked, 'id' | 'organisationId'>): Scope[] => [
  { kind: 'challenge', id },
  { kind: 'organisation', id: organisationId },
]

/** Runs this challenge: is the one who asks, and still a commissioner in its place, of its body or of it alone. */
export const runs = (actor: Asking, challenge: Asked): boolean =>
  challenge.commissionerId === actor.personId &&
  scopesOf(challenge).some((over) => holds(actor, 'commissioner', challenge.placeId, over))

/** Brokers this challenge: all of its place, or it alone. */
export const brokers = (actor: Held, { id, placeId }: Pick<Asked, 'id' | 'placeId'>): boolean =>
  holds(actor, 'broker', placeId, { kind: 'challenge', id })

/** Sees a place's desk: whoever asks or brokers there, be it one challenge. What is on it is theirs alone. */
export const hasDesk = (actor: Held, placeId: string): boolean =>
  [...actor.roles, ...(actor.scoped ?? [])].some(
    (r) => r.placeId === placeId && (r.role === 'commissioner' || r.role === 'broker'),
  )

/** For which public bodies somebody may begin something in this place: all they belong to, some, or none. */
export const startsFor = (actor: Held, placeId: string): 'all' | readonly string[] =>
  holds(actor, 'commissioner', placeId)
    ? 'all'
    : (actor.scoped ?? []).flatMap((r) =>
        r.placeId === placeId && r.role === 'commissioner' && r.scope.kind === 'organisation'
          ? [r.scope.id]
          : [],
      )

/** Which opened challenges of this place stand on somebody's desk: a broker's all, a stand-in's those they stand in for. */
export const watches = (actor: Held, placeId: string): 'all' | readonly string[] =>
  holds(actor, 'broker', placeId)
    ? 'all'
    : (actor.scoped ?? []).flatMap((r) =>
        r.placeId === placeId && r.role === 'broker' && r.scope.kind === 'challenge'
          ? [r.scope.id]
          : [],
      )
