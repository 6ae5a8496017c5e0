import { rolesContract } from '@howcanwe/shared/roles'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

export const useRolesHere = (placeId: string | undefined) =>
  useQuery({
    ...queryFor(rolesContract.here, { params: { placeId: placeId ?? '' } }),
    enabled: placeId !== undefined,
  })

/** Never taken from an old answer: the versions in it must be true. */
const now = { staleTime: 0, gcTime: 0 } as const

export const useAllRoles = (placeId: string) =>
  useQuery({ ...queryFor(rolesContract.all, { query: { placeId } }), ...now })

export const useOwnRoles = () => useQuery({ ...queryFor(rolesContract.mine), ...now })
