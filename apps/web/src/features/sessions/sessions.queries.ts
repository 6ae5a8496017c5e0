import type { Call } from '@howcanwe/shared/http'
import { sessionsContract } from '@howcanwe/shared/sessions'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export interface At {
  groupId: string
  sessionId: string
}

export const useGroupSessions = (groupId: string) =>
  useQuery({ ...queryFor(sessionsContract.list, { params: { groupId } }), retry: false })

export const useGroupSession = (params: At) =>
  useQuery({ ...queryFor(sessionsContract.read, { params }), retry: false })

export const usePlan = (params: At) =>
  useQuery({ ...queryFor(sessionsContract.plan, { params }), retry: false })

const SEEN = ['list', 'read', 'plan', 'ownWords'] as const

/** Does something to a session; afterwards everything shown of it is read again. */
export function useSessionAct() {
  const call = useCall()
  const client = useQueryClient()
  const again = () =>
    Promise.all(
      SEEN.map((name) => client.invalidateQueries({ queryKey: keyOf(sessionsContract[name]) })),
    )
  return useMutation({
    mutationFn: (ask: (call: Call) => Promise<unknown>) => ask(call),
    onSuccess: again,
  })
}
