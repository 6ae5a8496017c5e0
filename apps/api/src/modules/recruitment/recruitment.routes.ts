import { recruitmentContract as contract } from '@howcanwe/shared/recruitment'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { callOff } from './usecases/calling-off.ts'
import { confirm, draw } from './usecases/drawing.ts'
import { enterName } from './usecases/entering.ts'
import { putIn } from './usecases/names.ts'
import { newSlip } from './usecases/new-slip.ts'
import { desk, moveDates, open } from './usecases/opening.ts'
import { openSlip, slip, takeBack, takeOut } from './usecases/slips.ts'
import { box, read } from './usecases/view.ts'

export function recruitmentRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.read, ({ params }) => read(deps.db, params.groupId))
  serve(app, contract.box, ({ params }) => box(deps.db, params.groupId))
  serve(app, contract.desk, ({ actor, params }) => desk(deps, actor, params.groupId))
  serve(app, contract.open, ({ actor, params, body, request }) =>
    open(deps, { actor, ...params, requestId: request.id }, body),
  )
  serve(app, contract.moveDates, ({ actor, params, body, request }) =>
    moveDates(deps, { actor, ...params, requestId: request.id }, body),
  )
  serve(app, contract.draw, ({ actor, params, body, request }) =>
    draw(deps, { actor, ...params, requestId: request.id }, body.publicValue),
  )
  serve(app, contract.confirm, ({ actor, params, request }) =>
    confirm(deps, { actor, ...params, requestId: request.id }),
  )
  serve(app, contract.callOff, ({ actor, params, body, request }) =>
    callOff(deps, { actor, ...params, requestId: request.id }, body.why),
  )
  serve(app, contract.putIn, ({ actor, params, body }) => putIn(deps, actor, params.groupId, body))
  serve(app, contract.enterName, ({ actor, params, body, request }) =>
    enterName(deps, { actor, ...params, wish: body, requestId: request.id }),
  )
  serve(app, contract.newSlip, ({ actor, params, body, request }) =>
    newSlip(deps, { actor, ...params, said: body, requestId: request.id }),
  )
  serve(app, contract.openSlip, ({ body }) => openSlip(deps, body))
  serve(app, contract.slip, ({ body }) => slip(deps, body.token))
  serve(app, contract.takeBack, ({ body }) => takeBack(deps, body.token))
  serve(app, contract.takeOut, ({ body }) => takeOut(deps, body.token))
}
