import { amendmentsContract as contract } from '@howcanwe/shared/amendments'
import type { CallArgs } from '@howcanwe/shared/http'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { queryFor, useCall } from '../../lib/api.ts'

type Amending = CallArgs<typeof contract.amend>['body']
type Pausing = CallArgs<typeof contract.pause>['body']
/** Fields as the service takes them. */
export type Changes = Amending['changes']

/** The change log of a challenge. */
export const useLog = (challengeId: string) =>
  useQuery({ ...queryFor(contract.log, { params: { challengeId } }), retry: false })

/** Changing, pausing and going on; afterwards everything is read again. */
export function useAmending(challengeId: string) {
  const call = useCall()
  const client = useQueryClient()
  const params = { challengeId }
  const onSuccess = () => client.invalidateQueries()
  return {
    amend: useMutation({
      mutationFn: ({ version, ...body }: Amending & { version: number }) =>
        call(contract.amend, { params, body }, { ifMatch: version }),
      onSuccess,
    }),
    pause: useMutation({
      mutationFn: (body: Pausing) => call(contract.pause, { params, body }),
      onSuccess,
    }),
    resume: useMutation({
      mutationFn: () => call(contract.resume, { params, body: {} }),
      onSuccess,
    }),
  }
}
