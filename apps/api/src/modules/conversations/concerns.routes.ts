import { concernsContract as contract } from '@howcanwe/shared/conversations'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import {
  concerns,
  help,
  leadChoices,
  nameLead,
  openConcern,
  raise,
  settle,
} from './usecases/concerns.ts'

/** That somebody may be at risk: routes of their own, for a reader of their own. */
export function concernsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.help, ({ params }) => help(deps.db, params.placeId))
  serve(app, contract.raise, ({ params, body }) => raise(deps, params.placeId, body))
  serve(app, contract.concerns, ({ actor, params }) => concerns(deps.db, actor, params.placeId))
  serve(app, contract.openConcern, ({ actor, params, request }) =>
    openConcern(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.settle, ({ actor, params }) => settle(deps, actor, params.concernId))
  serve(app, contract.leadChoices, ({ actor, params }) =>
    leadChoices(deps.db, actor, params.placeId),
  )
  serve(app, contract.nameLead, ({ actor, params, body }) =>
    nameLead(deps, actor, { ...params, ...body }),
  )
}
