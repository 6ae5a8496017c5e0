import { rolesContract as contract } from '@howcanwe/shared/roles'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { give } from './usecases/giving.ts'
import { move } from './usecases/moving.ts'
import { askForRole, layDown } from './usecases/own.ts'
import { allRoles, ownRoles, rolesHere } from './usecases/reading.ts'
import type { RoleHands } from './usecases/view.ts'

export function rolesRoutes(app: FastifyInstance, deps: Deps, hands: RoleHands): void {
  const { db } = deps
  serve(app, contract.here, async ({ params }) => ({ items: await rolesHere(db, params.placeId) }))
  serve(app, contract.mine, async ({ actor }) => ({ items: await ownRoles(db, hands, actor) }))
  serve(app, contract.ask, ({ actor, body }) => askForRole(deps, actor, body))
  serve(app, contract.layDown, ({ actor, params, version }) =>
    layDown(deps, hands, actor, { id: params.grantId, version }),
  )
  stewardRoutes(app, deps, hands)
}

function stewardRoutes(app: FastifyInstance, deps: Deps, hands: RoleHands): void {
  serve(app, contract.all, ({ actor, query }) => allRoles(deps.db, hands, actor, query.placeId))
  serve(app, contract.give, ({ actor, body }) => give(deps, hands, actor, body))
  for (const how of ['grant', 'suspend', 'resume', 'end'] as const) {
    serve(app, contract[how], ({ actor, params, version, body }) =>
      move(deps, hands, { actor, move: how, about: { id: params.grantId, version, ...body } }),
    )
  }
}
