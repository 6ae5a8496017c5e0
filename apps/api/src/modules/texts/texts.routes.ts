import { textsContract as contract } from '@howcanwe/shared/texts'
import type { FastifyInstance } from 'fastify'
import { v7 } from 'uuid'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { finish, readOne, textsFor } from './usecases/reading.ts'
import { receive, requireGateway } from './usecases/receive.ts'

export function textsRoutes(app: FastifyInstance, deps: Deps): void {
  const { config, db } = deps
  serve(app, contract.receive, async ({ body, request }) => {
    requireGateway(deps, request.headers.authorization)
    return receive(deps, body)
  })
  if (config.sms.kind === 'outbox')
    serve(app, contract.tryOut, ({ body }) => receive(deps, { id: v7(), ...body }))
  serve(app, contract.list, ({ actor, params }) => textsFor(db, actor, params.groupId))
  serve(app, contract.read, ({ actor, params, request }) =>
    readOne(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.finish, ({ actor, params, body, request }) =>
    finish(deps, actor, { ...params, ...body, requestId: request.id }),
  )
}
