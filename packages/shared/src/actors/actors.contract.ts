import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import {
  actorInput,
  known,
  mapActor,
  mapEntry,
  mapEntryInput,
  tie,
  unmetPair,
} from './actors.schemas.ts'

const placeId = z.object({ placeId: id })
const actorId = z.object({ actorId: id })
const organisationId = z.object({ organisationId: id })

export const actorsContract = {
  map: endpoint({
    method: 'GET',
    path: '/places/:placeId/actors',
    summary:
      'Who there is in a place, what each offers and asks, and ties both sides agreed to show',
    access: 'anyone',
    params: placeId,
    response: z.object({ items: z.array(mapActor), ties: z.array(tie) }),
    errors: ['places.not_found'],
    cache: 'public',
  }),
  add: endpoint({
    method: 'POST',
    path: '/places/:placeId/actors',
    summary: 'Put somebody on the map who has not registered',
    access: ['broker'],
    params: placeId,
    body: actorInput,
    status: 201,
    response: mapActor,
    errors: [
      'places.not_found',
      'actors.area_unknown',
      'actors.name_taken',
      'actors.personal_contact',
    ],
  }),
  change: endpoint({
    method: 'PUT',
    path: '/actors/:actorId',
    summary: 'Say otherwise what was said of somebody who has not registered',
    access: ['broker'],
    params: actorId,
    ifMatch: true,
    body: actorInput,
    response: mapActor,
    errors: [
      'actors.not_found',
      'actors.area_unknown',
      'actors.name_taken',
      'actors.personal_contact',
    ],
  }),
  remove: endpoint({
    method: 'DELETE',
    path: '/actors/:actorId',
    summary: 'Take somebody off the map',
    access: ['broker'],
    params: actorId,
    response: z.object({ removed: z.literal(true) }),
    errors: ['actors.not_found'],
  }),
  entry: endpoint({
    method: 'GET',
    path: '/organisations/:organisationId/map',
    summary: 'What the map says of us, and what others say of how we know each other',
    access: ['member'],
    params: organisationId,
    response: mapEntry,
    errors: ['actors.not_found'],
  }),
  changeEntry: endpoint({
    method: 'PUT',
    path: '/organisations/:organisationId/map',
    summary: 'Stand on the map or not, and what it says of us',
    access: ['member'],
    params: organisationId,
    ifMatch: true,
    body: mapEntryInput,
    response: mapEntry,
    errors: ['actors.not_found', 'actors.personal_contact'],
  }),
  sayTie: endpoint({
    method: 'PUT',
    path: '/organisations/:organisationId/ties/:otherId',
    summary: 'Say how well we know another; it shows when both have said it. Null takes it back',
    access: ['member'],
    params: z.object({ organisationId: id, otherId: id }),
    body: z.strictObject({ known: z.nullable(known) }),
    response: mapEntry,
    errors: ['actors.not_found'],
  }),
  unmet: endpoint({
    method: 'GET',
    path: '/places/:placeId/unmet',
    summary: 'Pairs who have not met and of whom one has what the other asks for, for a broker',
    access: ['broker'],
    params: placeId,
    response: z.object({ items: z.array(unmetPair) }),
    errors: ['places.not_found'],
  }),
} as const
