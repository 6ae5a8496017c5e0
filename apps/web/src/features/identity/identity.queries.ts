import { identityContract } from '@howcanwe/shared/identity'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** About oneself: read anew each time, and forgotten as soon as the page is left. */
const now = { staleTime: 0, gcTime: 0 } as const

export const useDevices = () => useQuery({ ...queryFor(identityContract.devices), ...now })

export const useEverything = () => useQuery({ ...queryFor(identityContract.everything), ...now })

export const useErasure = () => useQuery({ ...queryFor(identityContract.erasure), ...now })
