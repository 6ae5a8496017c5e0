import { organisationsContract as contract } from '@howcanwe/shared/organisations'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { candidates } from './usecases/candidates.usecases.ts'
import { confirmCapacity, readCapacity, sayCapacity } from './usecases/capacity.usecases.ts'
import { readHours, stretchedHere } from './usecases/commitments.usecases.ts'
import {
  readFunding,
  readServices,
  sayOfFunding,
  sayOfService,
} from './usecases/open-data.usecases.ts'
import * as usecases from './usecases/organisations.usecases.ts'
import { pause, resume } from './usecases/pause.usecases.ts'
import { register } from './usecases/register.usecases.ts'

export function organisationsRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  serve(app, contract.candidates, async ({ query }) => ({ items: await candidates(db, query) }))
  serve(app, contract.register, ({ actor, body }) => register(deps, { actor, input: body }))
  serve(app, contract.list, ({ actor, query }) => usecases.list(db, { actor, query }))
  serve(app, contract.stretched, ({ actor, query }) => stretchedHere(db, { actor, ...query }))
  serve(app, contract.read, ({ actor, params }) => usecases.read(db, { actor, ...params }))
  serve(app, contract.change, ({ actor, params, body, version }) =>
    usecases.change(deps, { actor, ...params, version, input: body }),
  )
  serve(app, contract.check, ({ actor, params }) => usecases.check(deps, { actor, ...params }))
  serve(app, contract.pause, ({ actor, params, body }) =>
    pause(deps, { actor, ...params, ...body }),
  )
  serve(app, contract.resume, ({ actor, params }) => resume(deps, { actor, ...params }))
  serve(app, contract.hours, ({ actor, params }) => readHours(db, { actor, ...params }))
  serve(app, contract.funding, ({ actor, params }) => readFunding(db, { actor, ...params }))
  serve(app, contract.sayOfFunding, ({ actor, params, body }) =>
    sayOfFunding(deps, { actor, ...params, ...body }),
  )
  serve(app, contract.services, ({ actor, params }) => readServices(db, { actor, ...params }))
  serve(app, contract.sayOfService, ({ actor, params, body }) =>
    sayOfService(deps, { actor, ...params, ...body }),
  )
  serve(app, contract.capacity, ({ actor, params }) => readCapacity(db, { actor, ...params }))
  serve(app, contract.changeCapacity, ({ actor, params, body, version }) =>
    sayCapacity(deps, { actor, ...params, version, input: body }),
  )
  serve(app, contract.confirmCapacity, ({ actor, params, version }) =>
    confirmCapacity(deps, { actor, ...params, version }),
  )
}
