import { casesContract, typedContract as contract } from '@howcanwe/shared/cases'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useApi, useCall } from '../../lib/api.ts'
import { sessionQuery } from '../../lib/session.ts'

/** What was typed for an organisation, by whom and when. */
export const useTypedFor = (organisationId: string) =>
  useQuery({ ...queryFor(contract.list, { params: { organisationId } }), retry: false })

/** Another slip for an organisation nobody signs in for. */
export function usePrintSlip() {
  const call = useCall()
  return useMutation({
    mutationFn: (organisationId: string) =>
      call(contract.slip, { params: { organisationId }, body: {} }),
  })
}

/** Takes an organisation over; who I am is read again, for it is mine now. */
export function useClaim() {
  const call = useCall()
  const api = useApi()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (code: string) => call(contract.claim, { body: { code } }),
    onSuccess: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: sessionQuery(api).queryKey }),
        client.invalidateQueries({ queryKey: keyOf(contract.list) }),
      ]),
  })
}

/** After something was typed: lists, what waits and my own minutes are read again. Nobody waits for that with a slip to give. */
export function useTypedSent() {
  const client = useQueryClient()
  return () => {
    void Promise.all(
      [
        contract.about,
        contract.challenges,
        contract.list,
        casesContract.queue,
        casesContract.list,
        casesContract.figures,
        organisationsContract.list,
        organisationsContract.capacity,
      ].map((endpoint) => client.invalidateQueries({ queryKey: keyOf(endpoint) })),
    )
  }
}
