import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { newWeights, placeWeights } from './weights.schemas.ts'

const placeId = z.object({ placeId: id })

export const weightsContract = {
  ofPlace: endpoint({
    method: 'GET',
    path: '/places/:placeId/match-weights',
    summary: 'How organisations are found in a place: its weights, since when, and what they were',
    access: 'anyone',
    params: placeId,
    response: placeWeights,
    errors: ['places.not_found'],
  }),
  setOfPlace: endpoint({
    method: 'POST',
    path: '/places/:placeId/match-weights',
    summary:
      'Change how a place weighs the parts of a match, with a reason; no opened challenge moves',
    access: ['steward'],
    params: placeId,
    ifMatch: true,
    body: newWeights,
    status: 201,
    response: placeWeights,
    errors: ['places.not_found', 'matching.same_weights'],
    stepUp: true,
  }),
} as const
