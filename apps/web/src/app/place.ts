import type { Role } from '@howcanwe/shared/identity'
import { type Place, placesContract } from '@howcanwe/shared/places'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../lib/api.ts'
import { rolesIn, useSession } from '../lib/session.ts'

const AN_HOUR_MS = 3_600_000

/** The place this address belongs to; undefined until it is known. */
export function usePlace(): Place | undefined {
  return useQuery({ ...queryFor(placesContract.here), staleTime: AN_HOUR_MS }).data
}

/** What the person holds in this place. */
export function useRoles(): readonly Role[] {
  const place = usePlace()
  return rolesIn(useSession().me, place?.id)
}

/** Whose second row of navigation to draw; a role that waits for a passkey leads to where it is asked for. */
export type Persona =
  | 'visitor'
  | 'resident'
  | 'small-charity'
  | 'facilitator'
  | 'commissioner'
  | 'steward'
  | 'clerk'
  | 'broker'

/** Pure: the hat that most work hangs on decides. */
export function personaOf(signedIn: boolean, roles: readonly Role[]): Persona {
  if (!signedIn) return 'visitor'
  if (roles.includes('broker')) return 'broker'
  if (roles.includes('commissioner')) return 'commissioner'
  if (roles.includes('facilitator')) return 'facilitator'
  if (roles.includes('steward')) return 'steward'
  if (roles.includes('finance-clerk')) return 'clerk'
  return roles.includes('member') ? 'small-charity' : 'resident'
}

export function usePersona(): Persona {
  const { status, me } = useSession()
  return personaOf(status === 'signed-in', [...useRoles(), ...(me?.asleep ?? [])])
}
