import { alertsContract as contract, type Hearing, type How } from '@howcanwe/shared/alerts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { queryFor, useCall } from '../../lib/api.ts'

export const hearingQuery = (placeId: string) => queryFor(contract.hearing, { params: { placeId } })

/** About oneself: read anew each time the page is opened. */
export const useHearing = (placeId: string) =>
  useQuery({ ...hearingQuery(placeId), staleTime: 0, gcTime: 0 })

/** Changes or, with `null`, forgets a saved search, and shows the list as it is then. */
export function useSearchChange(placeId: string) {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ id: searchId, how }: { id: string; how: How | null }) => {
      const params = { searchId }
      if (how) await call(contract.changeSearch, { params, body: { how } })
      else await call(contract.dropSearch, { params })
    },
    onSuccess: (_, { id, how }) =>
      client.setQueryData<Hearing>(hearingQuery(placeId).queryKey, (now) => {
        if (!now) return now
        const searches = now.searches.flatMap((one) => {
          if (one.id !== id) return [one]
          return how ? [{ ...one, how }] : []
        })
        return { ...now, searches }
      }),
  })
}
