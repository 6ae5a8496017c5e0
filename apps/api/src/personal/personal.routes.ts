import { formatsContract } from '@howcanwe/shared/formats'
import { identityContract as contract } from '@howcanwe/shared/identity'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../deps.ts'
import { serve } from '../http/serve.ts'
import { clearRefresh, hereOf } from '../modules/identity/index.ts'
import { erase, erasureOf } from './erase.usecases.ts'
import { choose, formatsOf } from './formats.usecases.ts'
import { everythingOf } from './held.usecases.ts'

/** What crosses every module: taking everything along, and leaving nothing behind. */
export function personalRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.everything, ({ actor, request }) =>
    everythingOf(deps, { personId: actor.personId, requestId: request.id }),
  )
  serve(app, formatsContract.mine, ({ actor }) => formatsOf(deps.db, actor.personId))
  serve(app, formatsContract.choose, ({ actor, body, version, request }) =>
    choose(deps, { personId: actor.personId, requestId: request.id, version, body }),
  )
  serve(app, contract.erasure, ({ actor }) => erasureOf(deps.db, actor.personId))
  serve(app, contract.erase, async ({ actor, request, reply }) => {
    const here = await hereOf(deps.db, request)
    await erase(deps, { personId: actor.personId, requestId: request.id, here })
    clearRefresh(reply, deps.config)
    return undefined
  })
}
