import { challengesContract } from '@howcanwe/shared/challenges'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { pagesFor, queryFor } from '../../lib/api.ts'
import { askFor, type ListQuery } from './list-query.ts'

/** The first few open questions, the soonest to close first. */
export const useOpenQuestions = (limit: number) =>
  useQuery(queryFor(challengesContract.list, { query: { limit } }))

/** Questions as an address asks for them, page by page. */
export const useQuestions = (query: ListQuery) =>
  useInfiniteQuery(pagesFor(challengesContract.list, { query: askFor(query) }))

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
