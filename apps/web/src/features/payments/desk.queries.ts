import { type CallArgs, urlOf } from '@howcanwe/shared/http'
import { paymentsContract as contract } from '@howcanwe/shared/payments'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useApi, useCall } from '../../lib/api.ts'
import { fetchBytes } from '../../lib/files.ts'

export const useGroupPay = (groupId: string) =>
  useQuery(queryFor(contract.ofGroup, { params: { groupId } }))
export const useClerkDesk = (placeId: string) =>
  useQuery(queryFor(contract.desk, { query: { placeId } }))
export const useBatch = (batchId: string) =>
  useQuery(queryFor(contract.batch, { params: { batchId } }))
export const usePayRules = (placeId: string) =>
  useQuery(queryFor(contract.rules, { query: { placeId } }))

export type People = CallArgs<typeof contract.attended>['body']['people']
export type Spoken = CallArgs<typeof contract.chooseFor>['body']
export type SpokenClaim = CallArgs<typeof contract.claimFor>['body']
export type SpokenCash = CallArgs<typeof contract.cashFor>['body']
type Outcome = CallArgs<typeof contract.outcome>['body']

const SHOWN = [contract.ofGroup, contract.desk, contract.batch, contract.rules] as const

/** Anything done at a desk; afterwards every desk is asked anew. */
function useAct<In, Out>(act: (input: In) => Promise<Out>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () =>
      Promise.all(SHOWN.map((one) => client.invalidateQueries({ queryKey: keyOf(one) }))),
  })
}

export function useGroupActs(groupId: string) {
  const call = useCall()
  return {
    attended: useAct(({ sessionId, people }: { sessionId: string; people: People }) =>
      call(contract.attended, { params: { groupId, sessionId }, body: { people } }),
    ),
    confirm: useAct((itemId: string) =>
      call(contract.confirm, { params: { groupId, itemId }, body: {} }),
    ),
    claimFor: useAct(({ memberId, ...body }: SpokenClaim & { memberId: string }) =>
      call(contract.claimFor, { params: { groupId, memberId }, body }),
    ),
    cashFor: useAct(({ memberId, ...body }: SpokenCash & { memberId: string }) =>
      call(contract.cashFor, { params: { groupId, memberId }, body }),
    ),
    chooseFor: useAct(({ itemId, ...body }: Spoken & { itemId: string }) =>
      call(contract.chooseFor, { params: { groupId, itemId }, body }),
    ),
  }
}

export function useClerkActs() {
  const call = useCall()
  return {
    approve: useAct((body: { placeId: string; itemIds: string[] }) =>
      call(contract.approve, { body }),
    ),
    refuse: useAct(({ itemId, reason }: { itemId: string; reason: string }) =>
      call(contract.refuse, { params: { itemId }, body: { reason } }),
    ),
    outcome: useAct(({ batchId, ...body }: Outcome & { batchId: string }) =>
      call(contract.outcome, { params: { batchId }, body }),
    ),
  }
}

export interface PaymentFile {
  content: Blob
  name: string
}

/** Fetches the payment file: bytes, so not with the typed client. */
export function useFile(batchId: string) {
  const api = useApi()
  const client = useQueryClient()
  return async (reason: string, language: string): Promise<PaymentFile> => {
    const response = await fetchBytes(api, urlOf(contract.file, { params: { batchId } }), {
      method: 'POST',
      headers: {
        accept: 'application/json',
        'accept-language': language,
        'content-type': 'application/json',
      },
      body: JSON.stringify(reason === '' ? {} : { reason }),
    })
    const named = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
    await client.invalidateQueries({ queryKey: keyOf(contract.batch) })
    return { content: await response.blob(), name: named?.[1] ?? 'payments.csv' }
  }
}
