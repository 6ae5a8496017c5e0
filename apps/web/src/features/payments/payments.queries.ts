import type { CallArgs } from '@howcanwe/shared/http'
import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export const useOwnPay = (groupId: string) =>
  useQuery({ ...queryFor(contract.mine, { params: { groupId } }), retry: false })

export type Choice = CallArgs<typeof contract.choose>['body']
export type Claim = CallArgs<typeof contract.claim>['body']
export type To = CallArgs<typeof contract.setWay>['body']['to']

/** Anything done to one's own pay; afterwards the page is asked anew. */
function useAct<In, Out>(act: (input: In) => Promise<Out>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(contract.mine) }),
  })
}

export function useOwnActs(groupId: string) {
  const call = useCall()
  const params = { groupId }
  return {
    choose: useAct(({ itemId, ...body }: Choice & { itemId: string }) =>
      call(contract.choose, { params: { groupId, itemId }, body }),
    ),
    claim: useAct((body: Claim) => call(contract.claim, { params, body })),
    settle: useAct(({ itemId, ...body }: { itemId: string; pence: number; receipt: boolean }) =>
      call(contract.settle, { params: { groupId, itemId }, body }),
    ),
    setWay: useAct((to: To) => call(contract.setWay, { params, body: { to } })),
    forgetWay: useAct(() => call(contract.forgetWay, { params })),
  }
}
