import type { Received, Result } from '@howcanwe/shared/http'
import { type Match, matchingContract, type Standing } from '@howcanwe/shared/matching'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'

export type Matches = Result<typeof matchingContract.forChallenge>
/** A suggestion with what a broker last said of it. */
export type Suggested = Match & { standing: Standing }
export type Decision = Received<typeof matchingContract.decide>['body']

/** The list as it is now: what others said a minute ago may have changed it. */
export const useMatches = (challengeId: string) =>
  useQuery({
    ...queryFor(matchingContract.forChallenge, { params: { challengeId } }),
    staleTime: 0,
  })

/** Keeps, folds away or takes back. The list is changed where it stands; after a refusal it is read again. */
export function useDecide(challengeId: string) {
  const call = useCall()
  const client = useQueryClient()
  const params = { challengeId }
  const queryKey = keyOf(matchingContract.forChallenge, { params })
  return useMutation({
    mutationFn: (body: Decision) => call(matchingContract.decide, { params, body }),
    onSuccess: ({ standing }, { id }) => {
      client.setQueryData<Matches>(
        queryKey,
        (list) =>
          list && { ...list, items: list.items.map((m) => (m.id === id ? { ...m, standing } : m)) },
      )
      return client.invalidateQueries({ queryKey: keyOf(matchingContract.gaps, { params }) })
    },
    onError: () => client.invalidateQueries({ queryKey }),
  })
}

/** What those invited or kept do not bring together. */
export const useGaps = (challengeId: string) =>
  useQuery({
    ...queryFor(matchingContract.gaps, { params: { challengeId } }),
    staleTime: 0,
  })

/** Open questions that may fit an organisation, best first. */
export const useFitting = (organisationId: string) =>
  useQuery(queryFor(matchingContract.forOrganisation, { params: { organisationId } }))

/** By which weights organisations are found for a challenge. */
export const useWeights = (challengeId: string) =>
  useQuery(queryFor(matchingContract.weightsOf, { params: { challengeId } }))
