import { cohortsContract } from '@howcanwe/shared/cohorts'
import { interestsContract } from '@howcanwe/shared/interests'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'
import { statusOf } from '../../lib/errors.ts'
import type { bodyOf } from './choices.ts'

/** What came in, for the one who asked; before the deadline it is refused as sealed. */
export const useResponses = (challengeId: string) =>
  useQuery({
    ...queryFor(interestsContract.forChallenge, { params: { challengeId } }),
    retry: (failures, error) => failures < 2 && (statusOf(error) === 0 || statusOf(error) >= 500),
  })

/** Who works on it now; undefined data and a 404 while nobody has been chosen. */
export const useCohort = (challengeId: string) =>
  useQuery({
    ...queryFor(cohortsContract.read, { params: { challengeId } }),
    retry: (failures, error) => failures < 2 && (statusOf(error) === 0 || statusOf(error) >= 500),
  })

type Bodies = ReturnType<typeof bodyOf>
export type Telling =
  | { kind: 'choose'; body: Bodies['choose'] }
  | { kind: 'none'; body: Bodies['none'] }

/** Everything read before is read again, because all of it has moved. */
export function useRereadAll(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

/** Tells everyone, once. */
export function useTellEveryone(challengeId: string) {
  const call = useCall()
  return useMutation({
    mutationFn: async (telling: Telling) => {
      const params = { challengeId }
      if (telling.kind === 'choose')
        await call(cohortsContract.choose, { params, body: telling.body })
      else await call(cohortsContract.chooseNone, { params, body: telling.body })
    },
  })
}

/** What was written so far, on whatever device; asked once, because from then on this page knows better. */
export const useDecisionDraft = (challengeId: string) =>
  useQuery({
    ...queryFor(cohortsContract.draft, { params: { challengeId } }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

/** What each was told, for the one who told them. */
export const useAnswersGiven = (challengeId: string) =>
  useQuery(queryFor(cohortsContract.given, { params: { challengeId } }))

/** Answers what an organisation asked back. */
export function useAnswerBack(challengeId: string) {
  const call = useCall()
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ interestId, answer }: { interestId: string; answer: string }) =>
      call(cohortsContract.answerBack, { params: { interestId }, body: { answer } }),
    onSuccess: () =>
      client.invalidateQueries({
        queryKey: keyOf(cohortsContract.given, { params: { challengeId } }),
      }),
  })
}

/** By when everybody who answered hears, for anyone. */
export const useAnswersClock = (challengeId: string) =>
  useQuery({
    ...queryFor(cohortsContract.clock, { params: { challengeId } }),
    retry: false,
  })

/** Answers given in a place, for anyone. */
export const useAnswersOfPlace = (placeId: string) =>
  useQuery({ ...queryFor(cohortsContract.ofPlace, { params: { placeId } }), retry: false })

/** Which promised answers are late, for the broker. */
export const useAnswerClocks = (placeId: string) =>
  useQuery(queryFor(cohortsContract.clocks, { query: { placeId } }))
