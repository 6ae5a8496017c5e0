import * as z from 'zod/mini'
import { endpoint, id } from '../http/index.ts'
import { checkpoints, trailPage, trailQuery } from './audit.schemas.ts'

const placeId = z.object({ placeId: id })

export const auditContract = {
  checkpoints: endpoint({
    method: 'GET',
    path: '/places/:placeId/trail/checkpoints',
    summary: 'How far the record of a place had come, and when: for anyone to keep and compare',
    access: 'anyone',
    params: placeId,
    response: checkpoints,
    cache: 'public',
  }),
  trail: endpoint({
    method: 'GET',
    path: '/places/:placeId/trail',
    summary: 'The record of a place, a thousand lines at a time, for the verifier',
    access: ['steward'],
    stepUp: true,
    params: placeId,
    query: trailQuery,
    response: trailPage,
    limit: { perMinute: 120 },
  }),
} as const
