import type { BrokerCase } from '@howcanwe/shared/cases'
import { casesContract as contract } from '@howcanwe/shared/cases'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

/** What waits for me, as it is now. */
export const useQueue = (placeId: string) =>
  useQuery({ ...queryFor(contract.queue, { params: { placeId } }), staleTime: 0 })

export const useCases = (placeId: string | undefined, state: 'open' | 'closed') =>
  useQuery({
    ...queryFor(contract.list, { params: { placeId: placeId ?? '' }, query: { state } }),
    enabled: placeId !== undefined,
    staleTime: 0,
  })

/** Never taken from an old answer: the version in it must be true. */
export const useCase = (caseId: string) =>
  useQuery({
    ...queryFor(contract.read, { params: { caseId } }),
    staleTime: 0,
    refetchOnWindowFocus: false,
  })

export const useFigures = (placeId: string | undefined) =>
  useQuery({
    ...queryFor(contract.figures, { params: { placeId: placeId ?? '' } }),
    enabled: placeId !== undefined,
  })

/** Something that answers with the case as it is afterwards; the page shows that, and lists are read again. */
export function useCaseChange<Input>(
  ask: (call: ReturnType<typeof useCall>, input: Input) => Promise<BrokerCase>,
) {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: Input) => ask(call, input),
    onSuccess: async (now) => {
      const { queryKey } = queryFor(contract.read, { params: { caseId: now.id } })
      client.setQueryData(queryKey, now)
      await Promise.all([
        client.invalidateQueries({ queryKey: keyOf(contract.list) }),
        client.invalidateQueries({ queryKey: keyOf(contract.queue) }),
        client.invalidateQueries({ queryKey: keyOf(contract.figures) }),
      ])
    },
  })
}
