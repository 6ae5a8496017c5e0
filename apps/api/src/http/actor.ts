import type { Role } from '@howcanwe/shared/identity'

/**
 * Who is asking, read from the database for this request. The token only said which person and session; roles and
 * memberships taken away are gone with the next request.
 */
export interface Actor {
  personId: string
  sessionId: string
  displayName: string | null
  language: string
  roles: readonly { placeId: string; role: Role }[]
  memberships: readonly { organisationId: string; placeId: string; lead: boolean }[]
}

/** Holds any of the roles anywhere; `member` is whoever belongs to an organisation. */
export const mayKnock = (actor: Actor, access: readonly string[]): boolean =>
  actor.roles.some((r) => access.includes(r.role)) ||
  (access.includes('member') && actor.memberships.length > 0)
