import { codesignContract as contract } from '@howcanwe/shared/codesign'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { clearDevice, knockOf, setDevice } from './codesign.cookies.ts'
import { enter, newSlip } from './usecases/enter.ts'
import { groupBehind } from './usecases/groups.ts'
import { closeHere, openPlace } from './usecases/open-place.ts'
import { claimPlace, leaveOpened, setResting } from './usecases/own-place.ts'
import { seat } from './usecases/seat.ts'
import { ownPlaces, roomOf } from './usecases/voice.ts'

/** Places in groups, used without an account, and how whoever runs a group hands them out. */
export function placesInGroupsRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, config } = deps
  serve(app, contract.behind, ({ params }) => groupBehind(db, params.code))
  serve(app, contract.openPlace, async ({ body, request, reply }) => {
    const { deviceKey } = knockOf(request, config)
    const { place, key } = await openPlace(deps, body.with, deviceKey)
    setDevice(reply, config, key, body.with.sharedDevice === true)
    return place
  })
  serve(app, contract.closeHere, async ({ request, reply }) => {
    await closeHere(deps, knockOf(request, config).deviceKey)
    clearDevice(reply, config)
    return { closed: true as const }
  })
  serve(app, contract.ownPlaces, async ({ request }) => ({
    items: await ownPlaces(db, knockOf(request, config)),
  }))
  serve(app, contract.room, ({ params, request }) =>
    roomOf(db, knockOf(request, config), params.groupId),
  )
  serve(app, contract.rest, ({ params, request }) =>
    setResting(deps, knockOf(request, config), { ...params, requestId: request.id }, true),
  )
  serve(app, contract.comeBack, ({ params, request }) =>
    setResting(deps, knockOf(request, config), { ...params, requestId: request.id }, false),
  )
  serve(app, contract.leaveOpened, ({ params, request }) =>
    leaveOpened(deps, knockOf(request, config), { ...params, requestId: request.id }),
  )
  serve(app, contract.claimPlace, ({ actor, params, request }) =>
    claimPlace(deps, { ...knockOf(request, config), actor }, { ...params, requestId: request.id }),
  )
  serve(app, contract.enter, ({ actor, params, body, request }) =>
    enter(deps, actor, { ...params, wish: body, requestId: request.id }),
  )
  serve(app, contract.newSlip, ({ actor, params, request }) =>
    newSlip(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.seat, ({ actor, params, body, request }) =>
    seat(deps, actor, { ...params, ...body, requestId: request.id }),
  )
}
