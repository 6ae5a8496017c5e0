import { readingsContract as contract, type GiveComment } from '@howcanwe/shared/readings'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export const useReading = (challengeId: string) =>
  useQuery(queryFor(contract.read, { params: { challengeId } }))

export const useReadingDesk = (challengeId: string) =>
  useQuery(queryFor(contract.desk, { params: { challengeId } }))

/** After something was said or answered, page and desk are read again. */
export function useAgain() {
  const client = useQueryClient()
  return () =>
    Promise.all(
      [contract.read, contract.desk].map((one) =>
        client.invalidateQueries({ queryKey: keyOf(one) }),
      ),
    )
}

/** Sends what a reader says. */
export function useSay(challengeId: string) {
  const call = useCall()
  const again = useAgain()
  return useMutation({
    mutationFn: (body: GiveComment) => call(contract.comment, { params: { challengeId }, body }),
    onSettled: again,
  })
}
