import { endpoint } from '../http/index.ts'
import { place } from './places.schemas.ts'

export const placesContract = {
  here: endpoint({
    method: 'GET',
    path: '/places/here',
    summary: 'The place this address belongs to',
    access: 'anyone',
    response: place,
    errors: ['places.none_yet'],
    cache: 'public',
  }),
} as const
