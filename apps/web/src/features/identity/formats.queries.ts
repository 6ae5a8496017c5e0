import { formatsContract } from '@howcanwe/shared/formats'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** About oneself: read anew each time, and forgotten as soon as the page is left. */
export const useMyFormats = () =>
  useQuery({ ...queryFor(formatsContract.mine), staleTime: 0, gcTime: 0 })
