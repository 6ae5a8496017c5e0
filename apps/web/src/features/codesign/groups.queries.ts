import { codesignBoard } from '@howcanwe/shared/codesign'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** Groups of this place, next meeting first. */
export const useGroups = (placeId: string | undefined) =>
  useQuery({
    ...queryFor(codesignBoard.list, { query: { placeId } }),
    enabled: placeId !== undefined,
  })

/** Groups that work on one question. */
export const useGroupsOf = (challengeId: string) =>
  useQuery(queryFor(codesignBoard.list, { query: { challengeId } }))
