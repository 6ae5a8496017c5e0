import { squeezeOutsContract as contract } from '@howcanwe/shared/squeeze-outs'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { check } from './squeeze-outs.usecases.ts'

/** Bytes of 60,000 characters where each takes four, and of what stands around them. */
const BODY_LIMIT = 256 * 1024

export function squeezeOutsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.check, ({ body, request }) => check(deps, { body, host: request.hostname }), {
    bodyLimit: BODY_LIMIT,
  })
}
