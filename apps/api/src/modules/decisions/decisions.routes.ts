import { decisionsContract as contract } from '@howcanwe/shared/decisions'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import type { Hub } from '../../live/index.ts'
import { knockOf } from '../codesign/index.ts'
import { liveRoute } from './live.routes.ts'
import { answer, typeIn } from './usecases/answering.ts'
import { respond, waiting } from './usecases/body.ts'
import { close, conclude, review } from './usecases/closing.ts'
import { callSession, ofSession } from './usecases/extra-session.ts'
import { sayAnswered } from './usecases/live.ts'
import { listFor, readFor } from './usecases/looking.ts'
import { answerObjection, hold, object, takeBack } from './usecases/objecting.ts'
import { open } from './usecases/opening.ts'
import { published } from './usecases/published.ts'
import { clarify, raise, rewrite } from './usecases/raising.ts'
import { holdFor, objectFor } from './usecases/typing-in.ts'

export function decisionsRoutes(app: FastifyInstance, deps: Deps, { hub }: { hub: Hub }): void {
  const { config } = deps
  sayAnswered(hub, deps)
  liveRoute(app, deps, hub)
  serve(app, contract.published, ({ params }) => published(deps, params.groupId))
  serve(app, contract.list, ({ params, request }) =>
    listFor(deps, knockOf(request, config), params.groupId),
  )
  serve(app, contract.read, ({ params, request }) =>
    readFor(deps, knockOf(request, config), params.decisionId),
  )
  serve(app, contract.raise, ({ params, body, request }) =>
    raise(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.clarify, ({ params, body, request }) =>
    clarify(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.open, ({ params, body, request }) =>
    open(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.answer, ({ params, body, request }) =>
    answer(deps, knockOf(request, config), { ...params, ...body }),
  )
  serve(app, contract.typeIn, ({ params, body, request }) =>
    typeIn(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.object, ({ params, body, request }) =>
    object(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.takeBack, ({ params, request }) =>
    takeBack(deps, knockOf(request, config), { ...params, requestId: request.id }),
  )
  serve(app, contract.answerObjection, ({ params, body, request }) =>
    answerObjection(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.hold, ({ params, body, request }) =>
    hold(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.callSession, ({ params, body, request }) =>
    callSession(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.ofSession, ({ params, request }) =>
    ofSession(deps.db, knockOf(request, config), params),
  )
  serve(app, contract.close, ({ params, body, request }) =>
    close(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.typeInObjection, ({ params, body, request }) =>
    objectFor(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.typeInHold, ({ params, body, request }) =>
    holdFor(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.rewrite, ({ params, body, request }) =>
    rewrite(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.conclude, ({ params, request }) =>
    conclude(deps, knockOf(request, config), { ...params, requestId: request.id }),
  )
  serve(app, contract.review, ({ params, body, request }) =>
    review(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.waiting, async ({ actor }) => ({ items: await waiting(deps, actor) }))
  serve(app, contract.respond, ({ actor, params, body, request }) =>
    respond(deps, actor, { ...params, ...body, requestId: request.id }),
  )
}
