import { chartersContract as contract } from '@howcanwe/shared/charters'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { knockOf } from '../codesign/index.ts'
import { answer, typeAnswer } from './usecases/answering.ts'
import { agreedFor, openFor } from './usecases/reading.ts'
import { ask, settle, write } from './usecases/writing.ts'

export function chartersRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, config } = deps
  serve(app, contract.read, ({ params }) => agreedFor(db, params.groupId))
  serve(app, contract.open, ({ params, request }) =>
    openFor(db, knockOf(request, config), params.groupId),
  )
  serve(app, contract.write, ({ actor, params, body, request }) =>
    write(deps, actor, { ...params, text: body, requestId: request.id }),
  )
  serve(app, contract.ask, ({ actor, params, request }) =>
    ask(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.answer, ({ params, body, request }) =>
    answer(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.typeAnswer, ({ actor, params, body, request }) =>
    typeAnswer(deps, actor, { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.settle, ({ actor, params, request }) =>
    settle(deps, actor, { ...params, requestId: request.id }),
  )
}
