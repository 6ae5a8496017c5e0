import { matchingContract } from '@howcanwe/shared/matching'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** The list as it is now: what others said a minute ago may have changed it. */
export const useMatches = (challengeId: string) =>
  useQuery({
    ...queryFor(matchingContract.forChallenge, { params: { challengeId } }),
    staleTime: 0,
  })
