import { endpoint } from '../../http/index.ts'
import { placePage } from './page.schemas.ts'

export const placePageContract = {
  page: endpoint({
    method: 'GET',
    path: '/places/here/page',
    summary: 'What this place is: who asks, who helps, who hears complaints, what it pledged',
    access: 'anyone',
    response: placePage,
    errors: ['places.none_yet'],
    cache: 'public',
  }),
} as const
