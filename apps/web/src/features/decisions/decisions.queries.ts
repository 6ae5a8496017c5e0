import { type Decision, decisionsContract } from '@howcanwe/shared/decisions'
import { type CallArgs, ProblemError } from '@howcanwe/shared/http'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { keyOf, queryFor, useApi, useCall } from '../../lib/api.ts'
import { lookLive } from '../../lib/live.ts'
import { useSession } from '../../lib/session.ts'

type Answered = CallArgs<typeof decisionsContract.answer>['body']

/** Where the live line is down, it is asked again this often. */
const ASK_MS = 15_000

export const useDecisions = (groupId: string) =>
  useQuery({ ...queryFor(decisionsContract.list, { params: { groupId } }), retry: false })

export const usePublished = (groupId: string) =>
  useQuery(queryFor(decisionsContract.published, { params: { groupId } }))

export const useDecision = (decisionId: string, isLive: boolean) =>
  useQuery({
    ...queryFor(decisionsContract.read, { params: { decisionId } }),
    retry: false,
    staleTime: 0,
    refetchInterval: isLive ? false : ASK_MS,
  })

export const useWaiting = () => useQuery(queryFor(decisionsContract.waiting))

/** Phones of a hall do not all ask at the same instant. */
const SPREAD_MS = 400

/**
 * Follows a group as it moves: how many have answered comes with the event; everything else is asked again.
 *
 * @returns whether the line is up
 */
export function useLiveGroup(groupId: string): boolean {
  const client = useQueryClient()
  const api = useApi()
  const { status } = useSession()
  const [isLive, setLive] = useState(false)
  useEffect(() => {
    if (status === 'loading') return
    let timer: ReturnType<typeof setTimeout> | undefined
    const askAgain = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        void client.invalidateQueries({ queryKey: keyOf(decisionsContract.read) })
        void client.invalidateQueries({ queryKey: keyOf(decisionsContract.list) })
      }, Math.random() * SPREAD_MS)
    }
    const hangUp = lookLive({
      api,
      signedIn: status === 'signed-in',
      url: `/api/v1/groups/${groupId}/live`,
      onState: setLive,
      onEvent: ({ name, data }) => {
        if (name !== 'answered') return askAgain()
        const { id, answered, of } = data
        if (typeof answered !== 'number' || typeof of !== 'number') return
        client.setQueryData(
          keyOf(decisionsContract.read, { params: { decisionId: String(id) } }),
          (known: Decision | undefined) => known && { ...known, answered: { answered, of } },
        )
      },
    })
    return () => {
      clearTimeout(timer)
      hangUp()
    }
  }, [api, client, groupId, status])
  return isLive
}

/** No answer of the service, or a busy one: sending the same again changes nothing that was kept. */
const isWorthAnotherTry = (tries: number, error: unknown): boolean =>
  tries < 8 &&
  (!(error instanceof ProblemError) || [0, 429, 502, 503, 504].includes(error.problem.status))

/** My answer: sent again by itself until it is kept. */
export function useAnswer(decisionId: string) {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Answered) =>
      call(decisionsContract.answer, { params: { decisionId }, body }),
    networkMode: 'always',
    retry: isWorthAnotherTry,
    retryDelay: (tries) => Math.min(400 * 2 ** tries, 5_000) * (0.5 + Math.random()),
    onSuccess: (mine) =>
      client.setQueryData(
        keyOf(decisionsContract.read, { params: { decisionId } }),
        (known: Decision | undefined) => known && { ...known, mine },
      ),
    onError: () => client.invalidateQueries({ queryKey: keyOf(decisionsContract.read) }),
  })
}

/** Anything else one can do; afterwards the decision is as the service says. */
export function useAct<In>(act: (call: ReturnType<typeof useCall>, input: In) => Promise<unknown>) {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: In) => act(call, input),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: keyOf(decisionsContract.read) }),
        client.invalidateQueries({ queryKey: keyOf(decisionsContract.list) }),
        client.invalidateQueries({ queryKey: keyOf(decisionsContract.published) }),
        client.invalidateQueries({ queryKey: keyOf(decisionsContract.waiting) }),
      ]),
  })
}
