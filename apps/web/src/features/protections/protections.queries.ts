import { protectionsContract } from '@howcanwe/shared/protections'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** What this place decided to keep. */
export const useKept = () => useQuery(queryFor(protectionsContract.list, { query: {} }))

/** One published decision. */
export const useProtection = (slug: string) =>
  useQuery(queryFor(protectionsContract.read, { params: { slug } }))

/** What whoever is signed in wrote or published here. */
export const useOwnProtections = (placeId: string | undefined) =>
  useQuery({
    ...queryFor(protectionsContract.mine, { query: { placeId: placeId ?? '' } }),
    enabled: placeId !== undefined,
  })

/** A decision as its commissioner sees it. Never taken from an old answer: the version in it must be true. */
export const useOwnProtection = (protectionId: string) =>
  useQuery({
    ...queryFor(protectionsContract.draft, { params: { protectionId } }),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  })
