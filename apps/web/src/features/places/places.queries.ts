import { placePageContract } from '@howcanwe/shared/places/page'
import { useQuery } from '@tanstack/react-query'
import { queryFor } from '../../lib/api.ts'

/** What this place is, for its public page. */
export const usePlacePage = () => useQuery(queryFor(placePageContract.page))
