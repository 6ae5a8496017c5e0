import { actorsContract } from '@howcanwe/shared/actors'
import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { pagesFor, queryFor } from '../../lib/api.ts'
import { useOwnWords } from './lines.tsx'
import { alsoOf, askFor, type MapQuery } from './map-query.ts'

function useAsked(query: MapQuery) {
  return askFor(query, alsoOf(query.q, useOwnWords()))
}

/** One page of who is here. */
export function useActorMap(placeId: string | undefined, query: MapQuery) {
  const wishes = useAsked(query)
  const asked = { ...wishes, ...(query.cursor && { cursor: query.cursor }) }
  return useQuery({
    ...queryFor(actorsContract.map, { params: { placeId: placeId ?? '' }, query: asked }),
    enabled: placeId !== undefined,
  })
}

/** Everybody who fits, for the picture. */
export const usePicture = (placeId: string, query: MapQuery) =>
  useQuery(queryFor(actorsContract.picture, { params: { placeId }, query: useAsked(query) }))

export const useMapOne = (placeId: string | undefined, actorId: string) =>
  useQuery({
    ...queryFor(actorsContract.one, { params: { placeId: placeId ?? '', actorId } }),
    enabled: placeId !== undefined,
  })

/** Those a broker put on the map, as many pages as were asked for. */
export const useUnlisted = (placeId: string) =>
  useInfiniteQuery(
    pagesFor(actorsContract.map, { params: { placeId }, query: { listed: 'actor' as const } }),
  )

export const useMapEntry = (organisationId: string) =>
  useQuery({ ...queryFor(actorsContract.entry, { params: { organisationId } }), staleTime: 0 })

export const useUnmet = (placeId: string) =>
  useQuery({ ...queryFor(actorsContract.unmet, { params: { placeId } }), staleTime: 0 })
