import { type Actor, holds } from '../../http/actor.ts'

type Held = Parameters<typeof holds>[0]

/** Cases, notes and log are for brokers: of the whole place, or of the one challenge a case is about. Nobody else. */
export const readsCase = (
  actor: Held,
  about: { placeId: string; challengeId: string | null },
): boolean =>
  holds(
    actor,
    'broker',
    about.placeId,
    about.challengeId ? { kind: 'challenge', id: about.challengeId } : undefined,
  )

/** Which cases of a place are on somebody's desk: all, those of the challenges they stand in for, or none. */
export const deskOf = (actor: Held, placeId: string): 'all' | readonly string[] =>
  holds(actor, 'broker', placeId)
    ? 'all'
    : (actor.scoped ?? []).flatMap((r) =>
        r.placeId === placeId && r.role === 'broker' && r.scope.kind === 'challenge'
          ? [r.scope.id]
          : [],
      )

/** A case about an organisation is not for a broker who belongs to it. */
export const isOwnSubject = (
  actor: Pick<Actor, 'memberships'>,
  about: { organisationId: string | null; otherOrganisationId: string | null },
): boolean =>
  actor.memberships.some(
    (m) =>
      m.organisationId === about.organisationId || m.organisationId === about.otherOrganisationId,
  )
