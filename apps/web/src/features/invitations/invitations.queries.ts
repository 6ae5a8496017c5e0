import { invitationsContract } from '@howcanwe/shared/invitations'
import { matchingContract } from '@howcanwe/shared/matching'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'
import type { Ticked } from './use-ticked.ts'

export const useInvited = (challengeId: string) =>
  useQuery(queryFor(invitationsContract.list, { params: { challengeId } }))

/** Invites all that are ticked, or none. Afterwards both lists, and what is lacking, are read again. */
export function useInvite(challengeId: string) {
  const call = useCall()
  const client = useQueryClient()
  const params = { challengeId }
  return useMutation({
    mutationFn: (ticked: readonly Ticked[]) =>
      call(invitationsContract.invite, {
        params,
        body: { candidates: ticked.map(({ kind, id, why }) => ({ kind, id, why })) },
      }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keyOf(invitationsContract.list, { params }) }),
        client.invalidateQueries({ queryKey: keyOf(matchingContract.forChallenge, { params }) }),
        client.invalidateQueries({ queryKey: keyOf(matchingContract.gaps, { params }) }),
      ]),
  })
}
