import { matchingContract } from '@howcanwe/shared/matching'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** How organisations are found in a place; read anew each time, so that a steward changes what stands. */
export const usePlaceWeights = (placeId: string) =>
  useQuery({
    ...queryFor(matchingContract.ofPlace, { params: { placeId } }),
    staleTime: 0,
    gcTime: 0,
    // Nothing that is being typed moves under somebody's hands.
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
