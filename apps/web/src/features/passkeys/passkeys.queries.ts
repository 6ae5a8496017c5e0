import { passkeysContract } from '@howcanwe/shared/passkeys'
import { useQuery } from '@tanstack/react-query'
import { apiOf, keyOf, queryFor } from '../../lib/api.ts'

/** About oneself: read anew each time, and forgotten as soon as the page is left. */
const now = { staleTime: 0, gcTime: 0 } as const

export const usePasskeys = () => useQuery({ ...queryFor(passkeysContract.list), ...now })

/**
 * How I can show that it is me, with what a passkey is to sign. Asked once: a second question would end the first
 * while the device still waits for a finger.
 */
export const useWays = () =>
  useQuery({
    queryKey: keyOf(passkeysContract.ways),
    queryFn: ({ client }) => apiOf(client).call(passkeysContract.ways, { body: {} }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  })
