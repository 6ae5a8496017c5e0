import { introductionsContract } from '@howcanwe/shared/introductions'
import { organisationsContract } from '@howcanwe/shared/organisations'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** Never taken from an old answer: what stands there can be answered. */
const now = { staleTime: 0 } as const

export const useOwnIntroductions = () =>
  useQuery({ ...queryFor(introductionsContract.mine), ...now })

export const useIntroductions = (placeId: string) =>
  useQuery({ ...queryFor(introductionsContract.list, { query: { placeId } }), ...now })

/** Organisations of the place by a part of their name, for its brokers. */
export const useOrganisationsNamed = (placeId: string, q: string) =>
  useQuery(queryFor(organisationsContract.list, { query: { placeId, q, limit: 20 } }))

export const useNewTies = (placeId: string | undefined) =>
  useQuery({
    ...queryFor(introductionsContract.newTies, { params: { placeId: placeId ?? '' } }),
    enabled: placeId !== undefined,
  })
