import { proposalsContract } from '@howcanwe/shared/proposals'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** Never taken from an old answer: what stands there can be answered. */
const now = { staleTime: 0 } as const

export const useProposals = (placeId: string | undefined, which: 'open' | 'answered') =>
  useQuery({
    ...queryFor(proposalsContract.list, { query: { placeId: placeId ?? '', which } }),
    enabled: placeId !== undefined,
  })

export const useProposal = (proposalId: string) =>
  useQuery(queryFor(proposalsContract.read, { params: { proposalId } }))

/** Questions that share words with what is being typed; nothing before there is enough to compare. */
export const useSimilar = (placeId: string, q: string) =>
  useQuery({
    ...queryFor(proposalsContract.similar, { params: { placeId }, query: { q: q.slice(0, 300) } }),
    enabled: q.trim().length >= 20,
  })

export const useProposalsDesk = (placeId: string) =>
  useQuery({ ...queryFor(proposalsContract.desk, { params: { placeId } }), ...now })

export const useCoAuthors = (challengeId: string) =>
  useQuery(queryFor(proposalsContract.coAuthors, { params: { challengeId } }))

export const useCoAuthorComments = (challengeId: string) =>
  useQuery({ ...queryFor(proposalsContract.comments, { params: { challengeId } }), ...now })
