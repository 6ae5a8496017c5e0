import { supportersContract as contract } from '@howcanwe/shared/supporters'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { hereOf } from '../identity/index.ts'
import { accept, decline, supportedBy } from './usecases/answering.ts'
import { actsFor, ask, supportersOf } from './usecases/asking.ts'
import { dismiss, stop } from './usecases/ending.ts'

export function supportersRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  serve(app, contract.mine, async ({ actor }) => ({ items: await supportersOf(db, actor) }))
  serve(app, contract.ask, async ({ actor, body, request }) =>
    ask(deps, actor, { body, here: await hereOf(db, request), requestId: request.id }),
  )
  serve(app, contract.dismiss, ({ actor, params, request }) =>
    dismiss(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.acts, async ({ actor, params }) => ({
    items: await actsFor(db, actor, params.supportId),
  }))
  serve(app, contract.supporting, async ({ actor }) => ({ items: await supportedBy(db, actor) }))
  serve(app, contract.accept, ({ actor, params, request }) =>
    accept(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.decline, async ({ actor, params, request }) => {
    await decline(deps, actor, { ...params, requestId: request.id })
    return { declined: true as const }
  })
  serve(app, contract.stop, async ({ actor, params, request }) => {
    await stop(deps, actor, { ...params, requestId: request.id })
    return { ended: true as const }
  })
}
