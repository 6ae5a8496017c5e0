import { actorsContract } from '@howcanwe/shared/actors'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

export const useActorMap = (placeId: string | undefined) =>
  useQuery({
    ...queryFor(actorsContract.map, { params: { placeId: placeId ?? '' } }),
    enabled: placeId !== undefined,
  })

export const useMapEntry = (organisationId: string) =>
  useQuery({ ...queryFor(actorsContract.entry, { params: { organisationId } }), staleTime: 0 })

export const useUnmet = (placeId: string) =>
  useQuery({ ...queryFor(actorsContract.unmet, { params: { placeId } }), staleTime: 0 })
