import { readingsContract as contract } from '@howcanwe/shared/readings'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export const useAsks = (challengeId: string) =>
  useQuery(queryFor(contract.asks, { params: { challengeId } }))

/** Whom one could ask is read again, also after a refusal: somebody else may have asked meanwhile. */
function useAgain() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: keyOf(contract.asks) })
}

export function useAsk(challengeId: string) {
  const call = useCall()
  const onSettled = useAgain()
  return useMutation({
    mutationFn: (organisationIds: string[]) =>
      call(contract.ask, { params: { challengeId }, body: { organisationIds } }),
    onSettled,
  })
}

export function useAskBrokers(challengeId: string) {
  const call = useCall()
  const onSettled = useAgain()
  return useMutation({
    mutationFn: () => call(contract.askBrokers, { params: { challengeId }, body: {} }),
    onSettled,
  })
}
