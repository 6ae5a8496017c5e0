import { challengesContract } from '@howcanwe/shared/challenges'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** One published question, by slug or id. */
export const useChallenge = (slug: string) =>
  useQuery(queryFor(challengesContract.read, { params: { slug } }))

/** What the desk of this place lists for whoever is signed in. */
export const useDesk = (placeId: string | undefined) =>
  useQuery({
    ...queryFor(challengesContract.mine, { query: { placeId: placeId ?? '' } }),
    enabled: placeId !== undefined,
  })

/** A question as its commissioner sees it. Never taken from an old answer: the version in it must be true. */
export const useDraft = (challengeId: string) =>
  useQuery({
    ...queryFor(challengesContract.draft, { params: { challengeId } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
