import { recruitmentContract as contract } from '@howcanwe/shared/recruitment'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { confirm, draw } from './usecases/drawing.ts'
import { putIn, slip, takeBack, takeOut } from './usecases/names.ts'
import { desk, moveDates, open } from './usecases/opening.ts'
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
  serve(app, contract.putIn, ({ params, body }) => putIn(deps, params.groupId, body))
  serve(app, contract.slip, ({ body }) => slip(deps, body.token))
  serve(app, contract.takeBack, ({ body }) => takeBack(deps, body.token))
  serve(app, contract.takeOut, ({ body }) => takeOut(deps, body.token))
}
