import { readingsContract as contract } from '@howcanwe/shared/readings'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** What is being read in a place before it opens, the next to open first. */
export const useBeingRead = (placeId: string | undefined) =>
  useQuery({
    ...queryFor(contract.list, { params: { placeId: placeId ?? '' } }),
    enabled: placeId !== undefined,
  })
