import { supportExchangeContract as contract } from '@howcanwe/shared/support-exchange'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import * as moves from './support-exchange.moves.ts'
import { fitting, room, say } from './support-exchange.usecases.ts'

export function supportExchangeRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.room, ({ actor, query }) => room(deps.db, { actor, ...query }))
  serve(app, contract.ask, ({ actor, body }) => say(deps, { actor, as: 'ask', input: body }))
  serve(app, contract.offer, ({ actor, body }) => say(deps, { actor, as: 'offer', input: body }))
  serve(app, contract.fitting, ({ actor, params }) => fitting(deps.db, { actor, ...params }))
  serve(app, contract.askThem, ({ actor, params, body }) =>
    moves.askThem(deps, { actor, ...params, ...body }),
  )
  serve(app, contract.answer, ({ actor, params, body }) =>
    moves.answer(deps, { actor, ...params, ...body }),
  )
  serve(app, contract.given, ({ actor, params }) => moves.given(deps, { actor, ...params }))
  serve(app, contract.thank, ({ actor, params, body }) =>
    moves.thank(deps, { actor, ...params, ...body }),
  )
  serve(app, contract.takeBackAsk, ({ actor, params }) =>
    moves.takeBackAsk(deps, { actor, ...params }),
  )
  serve(app, contract.takeBackOffer, ({ actor, params }) =>
    moves.takeBackOffer(deps, { actor, ...params }),
  )
}
