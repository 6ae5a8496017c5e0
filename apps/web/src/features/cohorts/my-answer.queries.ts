import { cohortsContract as contract, type MyAnswer } from '@howcanwe/shared/cohorts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { queryFor, useCall } from '../../lib/api.ts'

const asked = (interestId: string) => queryFor(contract.mine, { params: { interestId } })

/** What my organisation was told. */
export const useMyAnswer = (interestId: string) => useQuery(asked(interestId))

/** What the service answers with is shown at once. */
function useShow(interestId: string): (answer: MyAnswer) => void {
  const client = useQueryClient()
  return (answer) => client.setQueryData(asked(interestId).queryKey, answer)
}

export function useRate(interestId: string) {
  const call = useCall()
  return useMutation({
    mutationFn: (rating: number) =>
      call(contract.rate, { params: { interestId }, body: { rating } }),
    onSuccess: useShow(interestId),
  })
}

export function useAskBack(interestId: string) {
  const call = useCall()
  return useMutation({
    mutationFn: (question: string) =>
      call(contract.askBack, { params: { interestId }, body: { question } }),
    onSuccess: useShow(interestId),
  })
}
