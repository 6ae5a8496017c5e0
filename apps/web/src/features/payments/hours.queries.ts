import type { CallArgs } from '@howcanwe/shared/http'
import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export const useOwnHours = (groupId: string) =>
  useQuery({ ...queryFor(contract.ownHours, { params: { groupId } }), retry: false })
export const useGroupHours = (groupId: string) =>
  useQuery(queryFor(contract.hoursOfGroup, { params: { groupId } }))

export type Hours = CallArgs<typeof contract.askHours>['body']
export type SpokenHours = CallArgs<typeof contract.askHoursFor>['body']
type Answer = CallArgs<typeof contract.answerHours>['body']

const SHOWN = [contract.ownHours, contract.hoursOfGroup, contract.ofGroup] as const

function useAct<In, Out>(act: (input: In) => Promise<Out>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all(SHOWN.map((one) => client.invalidateQueries({ queryKey: keyOf(one) }))),
  })
}

export function useHoursActs(groupId: string) {
  const call = useCall()
  return {
    ask: useAct((body: Hours) => call(contract.askHours, { params: { groupId }, body })),
    askFor: useAct(({ memberId, ...body }: SpokenHours & { memberId: string }) =>
      call(contract.askHoursFor, { params: { groupId, memberId }, body }),
    ),
    answer: useAct(({ hoursId, ...body }: Answer & { hoursId: string }) =>
      call(contract.answerHours, { params: { groupId, hoursId }, body }),
    ),
    told: useAct((hoursId: string) =>
      call(contract.toldHours, { params: { groupId, hoursId }, body: {} }),
    ),
  }
}
export type HoursActs = ReturnType<typeof useHoursActs>
