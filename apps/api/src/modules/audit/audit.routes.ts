import { auditContract as contract } from '@howcanwe/shared/audit'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { checkpointsOf, trailOf } from './trail.usecases.ts'

export function auditRoutes(app: FastifyInstance, { db }: Deps): void {
  serve(app, contract.checkpoints, ({ params }) => checkpointsOf(db, params.placeId))
  serve(app, contract.trail, ({ actor, params, query, request }) =>
    trailOf(db, actor, params.placeId, { cursor: query.cursor, requestId: request.id }),
  )
}
