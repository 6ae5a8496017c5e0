import { actorsContract as contract } from '@howcanwe/shared/actors'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { changeEntry, changeTie, entry } from './usecases/entry.ts'
import { map, one, picture } from './usecases/listing.ts'
import { add, change, type IntroducedIn, remove, unmet } from './usecases/map.ts'

export function actorsRoutes(
  app: FastifyInstance,
  deps: Deps,
  { introducedIn }: { introducedIn: IntroducedIn },
): void {
  serve(app, contract.map, ({ actor, params, query }) =>
    map(deps, introducedIn, { actor, ...params, query }),
  )
  serve(app, contract.picture, ({ actor, params, query }) =>
    picture(deps, introducedIn, { actor, ...params, query }),
  )
  serve(app, contract.one, ({ actor, params }) => one(deps, { actor, ...params }))
  serve(app, contract.add, ({ actor, params, body }) => add(deps, actor, params.placeId, body))
  serve(app, contract.change, ({ actor, params, body, version }) =>
    change(deps, actor, { id: params.actorId, version }, body),
  )
  serve(app, contract.remove, ({ actor, params }) => remove(deps, actor, params.actorId))
  serve(app, contract.entry, ({ actor, params }) => entry(deps, actor, params.organisationId))
  serve(app, contract.changeEntry, ({ actor, params, body, version }) =>
    changeEntry(deps, actor, { ...params, version }, body),
  )
  serve(app, contract.sayTie, ({ actor, params, body }) =>
    changeTie(deps, actor, params, body.known),
  )
  serve(app, contract.unmet, ({ actor, params }) =>
    unmet(deps, introducedIn, actor, params.placeId),
  )
}
