import { challengesContract } from '@howcanwe/shared/challenges'
import { codesignContract } from '@howcanwe/shared/codesign'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { keyOf, queryFor, useCall } from '../../lib/api.ts'
import type { AnnounceBody } from './announce-values.ts'

export const useGroup = (groupId: string) =>
  useQuery(queryFor(codesignContract.read, { params: { groupId } }))

export const useMyGroups = () => useQuery(queryFor(codesignContract.mine))

/** Announces a date; afterwards what is shown of the group is read again. */
export function useAnnounce(groupId: string) {
  const call = useCall()
  const client = useQueryClient()
  return async (body: AnnounceBody) => {
    await call(codesignContract.startSession, { params: { groupId }, body })
    await client.invalidateQueries({ queryKey: keyOf(codesignContract.mine) })
    void client.invalidateQueries({ queryKey: keyOf(codesignContract.read) })
  }
}

/** People's names and contacts: read anew each time, and forgotten as soon as the page is left. */
export const useMembers = (groupId: string) =>
  useQuery({
    ...queryFor(codesignContract.members, { params: { groupId } }),
    staleTime: 0,
    gcTime: 0,
  })

export const useFacilitators = (query: { placeId: string; challengeId: string }) =>
  useQuery(queryFor(codesignContract.facilitators, { query }))

/** The opened question a group is started for. */
export const useQuestionOf = (challengeId: string) =>
  useQuery(queryFor(challengesContract.read, { params: { slug: challengeId } }))
