import { cohortsContract as contract } from '@howcanwe/shared/cohorts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import * as usecases from './cohorts.usecases.ts'

/** A reason of 1,500 characters for each of 500 organisations, in bytes (FR-10). */
const EVERYBODY = { bodyLimit: 2 * 1024 * 1024 }

export function cohortsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(
    app,
    contract.choose,
    ({ actor, params, body }) => usecases.choose(deps, actor, params.challengeId, body),
    EVERYBODY,
  )
  serve(
    app,
    contract.chooseNone,
    ({ actor, params, body }) => usecases.chooseNone(deps, actor, params.challengeId, body),
    EVERYBODY,
  )
  serve(app, contract.read, ({ params }) => usecases.read(deps, params.challengeId))
}
