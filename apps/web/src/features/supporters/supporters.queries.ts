import { codesignContract } from '@howcanwe/shared/codesign'
import { supportersContract } from '@howcanwe/shared/supporters'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** About people: read anew each time, and forgotten as soon as the page is left. */
const now = { staleTime: 0, gcTime: 0 } as const

export const useSupporters = () => useQuery({ ...queryFor(supportersContract.mine), ...now })

export const useSupporting = () => useQuery({ ...queryFor(supportersContract.supporting), ...now })

export const useActs = (supportId: string) =>
  useQuery({ ...queryFor(supportersContract.acts, { params: { supportId } }), ...now })

/** Places in groups of the person this tab is just now. */
export const useGroupPlaces = () => useQuery({ ...queryFor(codesignContract.places), ...now })
