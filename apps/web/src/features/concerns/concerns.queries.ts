import { concernsContract as contract } from '@howcanwe/shared/conversations'
import type { CallArgs } from '@howcanwe/shared/http'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export const useHelp = (placeId: string) =>
  useQuery({
    ...queryFor(contract.help, { params: { placeId } }),
    enabled: placeId !== '',
  })

export const useConcerns = (placeId: string) =>
  useQuery({
    ...queryFor(contract.concerns, { params: { placeId } }),
    enabled: placeId !== '',
    retry: false,
  })

export const useLeadChoices = (placeId: string) =>
  useQuery({
    ...queryFor(contract.leadChoices, { params: { placeId } }),
    enabled: placeId !== '',
    retry: false,
  })

type Raising = CallArgs<typeof contract.raise>['body']

export function useRaise(placeId: string) {
  const call = useCall()
  return useMutation({
    mutationFn: (body: Raising) => call(contract.raise, { params: { placeId }, body }),
  })
}

/** Opening is a press, for each opening is recorded. */
export function useOpenConcern() {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (concernId: string) =>
      call(contract.openConcern, { params: { concernId }, body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(contract.concerns) }),
    gcTime: 0,
  })
}

export function useSettleConcern() {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (concernId: string) => call(contract.settle, { params: { concernId }, body: {} }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(contract.concerns) }),
  })
}

type Naming = CallArgs<typeof contract.nameLead>['body']

export function useNameLead(placeId: string) {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Naming) => call(contract.nameLead, { params: { placeId }, body }),
    onSuccess: () =>
      Promise.all(
        [contract.help, contract.leadChoices, contract.concerns].map((endpoint) =>
          client.invalidateQueries({ queryKey: keyOf(endpoint) }),
        ),
      ),
  })
}
