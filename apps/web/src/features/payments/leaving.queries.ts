import type { CallArgs } from '@howcanwe/shared/http'
import { paymentsContract as contract, type LeavingPay } from '@howcanwe/shared/payments'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCall } from '../../lib/api.ts'

export type Leaving = CallArgs<typeof contract.leaveOwnPaid>['body']

/** How somebody shows whose money it is: their place, open here, or the link to leave. */
export type LeavingDoor = { groupId: string } | { manageToken: string }

const keyOf = (door: LeavingDoor) => ['leaving-pay', door] as const

/** What is still owed; an unknown link is told when they press, not here. */
export function useLeavingPay(door: LeavingDoor) {
  const call = useCall()
  return useQuery({
    queryKey: keyOf(door),
    queryFn: () =>
      'manageToken' in door
        ? call(contract.leavingBySlip, { body: door })
        : call(contract.leavingOwn, { params: door }),
    retry: false,
    // Drawn in two parts of a page: a refusal in the one is not asked again by the other.
    retryOnMount: false,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

export function useSayLeaving(door: LeavingDoor) {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (said: Leaving): Promise<LeavingPay> =>
      'manageToken' in door
        ? call(contract.leavePaidBySlip, { body: { ...door, ...said } })
        : call(contract.leaveOwnPaid, { params: door, body: said }),
    onSuccess: (pay) => client.setQueryData(keyOf(door), pay),
  })
}
