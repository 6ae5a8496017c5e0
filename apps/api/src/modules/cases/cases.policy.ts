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

/**
 * What a broker of the place may do for an organisation (PE3, decision 27). Nobody types for one they belong to, nor what
 * one has that works on the same as a challenge on whose side they stand. A slip is for what was typed in at the desk and
 * has no past: nobody took it over, and nobody of it signs in.
 */
export const mayTypeFor = (one: {
  isOwn: boolean
  standsBeside: boolean
  hasPeople: boolean
  cameByDesk: boolean
}): { type: boolean; capacity: boolean; slip: boolean } => ({
  type: !one.isOwn,
  capacity: !one.isOwn && !one.standsBeside,
  slip: !one.isOwn && !one.hasPeople && one.cameByDesk,
})
