import type { Role } from '@howcanwe/shared/identity'
import type { Actor, Scope } from '../src/http/actor.ts'

type Grant = readonly [role: Role, placeId: string, over?: Scope]

/** Somebody who asks, as a policy sees them: whole places apart from single things, and what sleeps left out of both. */
export const held = (
  personId: string,
  ...grants: Grant[]
): Pick<Actor, 'personId' | 'roles' | 'scoped' | 'asleep' | 'memberships'> => ({
  personId,
  roles: grants.flatMap(([role, placeId, over]) => (over ? [] : [{ role, placeId }])),
  scoped: grants.flatMap(([role, placeId, scope]) => (scope ? [{ role, placeId, scope }] : [])),
  asleep: [],
  memberships: [],
})

/** Holds a role that waits for a second factor: it counts for nothing until then. */
export const asleep = (personId: string, role: Role) => ({ ...held(personId), asleep: [role] })
