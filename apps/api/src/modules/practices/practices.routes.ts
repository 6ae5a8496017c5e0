import { practicesContract as contract } from '@howcanwe/shared/practices'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { adopt, unadopt } from './adoptions.usecases.ts'
import * as usecases from './practices.usecases.ts'

export function practicesRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  serve(app, contract.list, ({ query }) => usecases.list(db, query))
  serve(app, contract.ours, ({ actor, params }) => usecases.ours(db, { actor, ...params }))
  serve(app, contract.read, ({ actor, params }) => usecases.read(db, { actor, ...params }))
  serve(app, contract.write, ({ actor, params, body }) =>
    usecases.write(deps, { actor, ...params, input: body }),
  )
  serve(app, contract.change, ({ actor, params, body, version }) =>
    usecases.change(deps, { actor, ...params, version, input: body }),
  )
  serve(app, contract.publish, ({ actor, params }) => usecases.publish(deps, { actor, ...params }))
  serve(app, contract.retire, ({ actor, params, body }) =>
    usecases.retire(deps, { actor, ...params, ...body }),
  )
  serve(app, contract.adopt, ({ actor, params }) => adopt(deps, { actor, ...params }))
  serve(app, contract.unadopt, ({ actor, params }) => unadopt(deps, { actor, ...params }))
}
