import { cohortsContract as contract } from '@howcanwe/shared/cohorts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import * as usecases from './cohorts.usecases.ts'

export function cohortsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.choose, ({ actor, params, body }) =>
    usecases.choose(deps, actor, params.challengeId, body),
  )
  serve(app, contract.chooseNone, ({ actor, params, body }) =>
    usecases.chooseNone(deps, actor, params.challengeId, body),
  )
  serve(app, contract.read, ({ params }) => usecases.read(deps, params.challengeId))
}
