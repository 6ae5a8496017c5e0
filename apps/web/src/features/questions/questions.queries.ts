import type { Endpoint } from '@howcanwe/shared/http'
import { questionsContract as contract } from '@howcanwe/shared/questions'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export const useBoard = (challengeId: string) =>
  useQuery(queryFor(contract.board, { params: { challengeId } }))

export const useQuestionDesk = (challengeId: string) =>
  useQuery(queryFor(contract.desk, { params: { challengeId } }))

/** Sends a question without saying who sends it; the client leaves token and cookie at home. */
export function useAsk(challengeId: string) {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: { words: string; website?: string }) =>
      call(contract.ask, { params: { challengeId }, body }),
    onSuccess: () => client.invalidateQueries({ queryKey: keyOf(contract.board) }),
  })
}

/** Whether I follow a challenge, and changing it. */
export function useFollowing(challengeId: string) {
  const call = useCall()
  const client = useQueryClient()
  const asked = queryFor(contract.following, { params: { challengeId } })
  const { data } = useQuery(asked)
  const change = useMutation({
    mutationFn: (following: boolean) =>
      call(contract.follow, { params: { challengeId }, body: { following } }),
    onSuccess: (now) => client.setQueryData(asked.queryKey, now),
  })
  return { following: data?.following, change }
}

/** After a question was closed, desk and page are read again. */
export function useRead() {
  const client = useQueryClient()
  const again = (endpoint: Endpoint) => client.invalidateQueries({ queryKey: keyOf(endpoint) })
  return () => Promise.all([again(contract.desk), again(contract.board)])
}
