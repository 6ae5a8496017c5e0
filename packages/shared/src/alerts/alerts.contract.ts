import * as z from 'zod/mini'
import { endpoint, id, nothing } from '../http/index.ts'
import {
  changeHearing,
  HOWS,
  hearing,
  savedSearch,
  searchInput,
  stopInput,
  stopped,
} from './alerts.schemas.ts'

const searchId = z.object({ searchId: id })

export const alertsContract = {
  hearing: endpoint({
    method: 'GET',
    path: '/places/:placeId/hearing',
    summary: 'What I hear about, how often, when I am left in peace, and my saved searches here',
    access: 'signed-in',
    params: z.object({ placeId: id }),
    response: hearing,
    errors: ['places.not_found'],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/places/:placeId/hearing',
    summary:
      'Change some of it; what is not named stays. Nothing that is owed to me can be stopped',
    access: 'signed-in',
    params: z.object({ placeId: id }),
    body: changeHearing,
    response: hearing,
    errors: ['places.not_found'],
  }),
  saveSearch: endpoint({
    method: 'POST',
    path: '/places/:placeId/searches',
    summary:
      'Save a search of the challenges here, to hear of each that fits once; no filter follows the place',
    access: 'signed-in',
    params: z.object({ placeId: id }),
    body: searchInput,
    status: 201,
    response: savedSearch,
    errors: [
      'places.not_found',
      'alerts.area_unknown',
      'alerts.too_many_searches',
      'alerts.saved_already',
    ],
  }),
  changeSearch: endpoint({
    method: 'PATCH',
    path: '/me/searches/:searchId',
    summary: 'How often I hear of what fits a saved search',
    access: 'signed-in',
    params: searchId,
    body: z.strictObject({ how: z.enum(HOWS) }),
    response: savedSearch,
    errors: ['alerts.search_not_found'],
  }),
  dropSearch: endpoint({
    method: 'DELETE',
    path: '/me/searches/:searchId',
    summary: 'Forget a saved search',
    access: 'signed-in',
    params: searchId,
    status: 204,
    response: nothing,
    errors: ['alerts.search_not_found'],
  }),
  stopping: endpoint({
    method: 'POST',
    path: '/hearing/stopping',
    summary: 'Which letters the link at the foot of one of them stops, and whose',
    access: 'anyone',
    anonymous: true,
    limit: { perMinute: 30 },
    body: stopInput,
    response: stopped,
    errors: ['alerts.stop_unknown'],
  }),
  stop: endpoint({
    method: 'POST',
    path: '/hearing/stop',
    summary: 'Stops them. The link can do nothing else: it signs nobody in',
    access: 'anyone',
    anonymous: true,
    limit: { perMinute: 30 },
    body: stopInput,
    response: stopped,
    errors: ['alerts.stop_unknown'],
  }),
} as const
