import type { Role } from '@howcanwe/shared/identity'

/** What a role is held over, where that is less than a whole place. */
export interface Scope {
  kind: 'organisation' | 'challenge' | 'group'
  id: string
}

export type SupportScope = 'groups' | 'answers'

/**
 * Who is asking, read from the database for this request. The token only said which person and session; roles and
 * memberships taken away are gone with the next request.
 */
export interface Actor {
  personId: string
  sessionId: string
  displayName: string | null
  language: string
  /** Held over a whole place, and awake. */
  roles: readonly { placeId: string; role: Role }[]
  /** Held over one thing in a place, and awake. */
  scoped: readonly { placeId: string; role: Role; scope: Scope }[]
  /** Held, but of no use in this session before its second factor is shown. */
  asleep: readonly Role[]
  memberships: readonly { organisationId: string; placeId: string; lead: boolean }[]
  /** When this session last proved who it is. */
  provenAt: Date
  /** Who really presses, where somebody acts for this person: without any of the person's roles. */
  supporter: { personId: string; scopes: readonly SupportScope[] } | null
}

type Holding = Pick<Actor, 'roles'> & Partial<Pick<Actor, 'scoped'>>

/** Holds a role over a place, or over the one thing that is asked about (`product-spec.md` §2.2, RoleGrant). */
export const holds = (actor: Holding, role: Role, placeId: string, about?: Scope): boolean =>
  actor.roles.some((r) => r.role === role && r.placeId === placeId) ||
  (about !== undefined &&
    (actor.scoped ?? []).some(
      (r) =>
        r.role === role &&
        r.placeId === placeId &&
        r.scope.kind === about.kind &&
        r.scope.id === about.id,
    ))

/** Holds any of the roles over anything; `member` is whoever belongs to an organisation. */
export const mayKnock = (
  actor: Pick<Actor, 'roles' | 'scoped' | 'memberships'>,
  access: readonly string[],
): boolean =>
  [...actor.roles, ...actor.scoped].some((r) => access.includes(r.role)) ||
  (access.includes('member') && actor.memberships.length > 0)

/** A proof of who somebody is counts as fresh for this long: opening, role grants, erasure (`trust.md` §4.5). */
export const FRESH_PROOF_MS = 5 * 60_000
