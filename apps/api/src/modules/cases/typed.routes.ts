import { typedContract as contract } from '@howcanwe/shared/cases'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { claim, slipFor } from './slips.usecases.ts'
import { typeCapacity, typedForUs, typeInterest, typeOrganisation } from './typed.usecases.ts'
import * as typing from './typing.usecases.ts'

export function typedRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.about, ({ actor, params }) => typing.about(deps.db, { actor, ...params }))
  serve(app, contract.challenges, ({ actor, params, query }) =>
    typing.challenges(deps.db, { actor, ...params, ...query }),
  )
  serve(app, contract.organisation, ({ actor, body }) =>
    typeOrganisation(deps, { actor, input: body }),
  )
  serve(app, contract.capacity, ({ actor, params, body, version }) =>
    typeCapacity(deps, { actor, ...params, version, input: body }),
  )
  serve(app, contract.interest, ({ actor, params, body }) =>
    typeInterest(deps, { actor, ...params, input: body }),
  )
  serve(app, contract.list, ({ actor, params }) => typedForUs(deps.db, { actor, ...params }))
  serve(app, contract.slip, ({ actor, params }) => slipFor(deps, { actor, ...params }))
  serve(app, contract.claim, ({ actor, body }) => claim(deps, { actor, ...body }))
}
