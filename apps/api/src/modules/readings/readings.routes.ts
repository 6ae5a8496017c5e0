import { readingsContract as contract } from '@howcanwe/shared/readings'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { answer } from './usecases/answering.ts'
import { ask, askBrokers, asks } from './usecases/asking.ts'
import { beingRead, desk, read } from './usecases/reading.ts'
import { comment } from './usecases/saying.ts'

export function readingsRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  serve(app, contract.read, ({ params }) => read(db, params.challengeId))
  serve(app, contract.list, async ({ params }) => ({ items: await beingRead(db, params.placeId) }))
  serve(app, contract.comment, ({ actor, params, body }) =>
    comment(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.desk, ({ actor, params }) => desk(db, actor, params.challengeId))
  serve(app, contract.answer, ({ actor, params, body }) =>
    answer(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.asks, ({ actor, params }) => asks(db, actor, params.challengeId))
  serve(app, contract.ask, ({ actor, params, body }) => ask(deps, actor, { ...params, ...body }))
  serve(app, contract.askBrokers, ({ actor, params }) =>
    askBrokers(deps, actor, params.challengeId),
  )
}
