import { matchingContract as contract } from '@howcanwe/shared/matching'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { matchesFor, type Others } from './matching.usecases.ts'

export function matchingRoutes(app: FastifyInstance, deps: Deps, others: Others): void {
  serve(app, contract.forChallenge, ({ actor, params }) =>
    matchesFor(deps, others, { actor, challengeId: params.challengeId }),
  )
}
