import { codesignContract } from '@howcanwe/shared/codesign'
import { sessionsContract as contract } from '@howcanwe/shared/sessions'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { knockOf } from '../codesign/index.ts'
import { runningRoutes } from './running.routes.ts'
import { feel } from './usecases/after.ts'
import { giveBack, raise, takeOff } from './usecases/agenda.ts'
import { announce } from './usecases/announce.ts'
import { reply } from './usecases/coming.ts'
import { sessionsFor, setRemind } from './usecases/list.ts'
import { answerNeed, ownWords, sayNeed, takeBackNeed } from './usecases/own-needs.ts'
import { readSession } from './usecases/view.ts'

export function sessionsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, codesignContract.startSession, ({ actor, params, body, request }) =>
    announce(deps, actor, { ...params, body, requestId: request.id }),
  )
  insideRoutes(app, deps)
  needsRoutes(app, deps)
  runningRoutes(app, deps)
}

/** For whoever takes part, from their place. */
function insideRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, config } = deps
  serve(app, contract.list, ({ params, request }) =>
    sessionsFor(db, knockOf(request, config), params.groupId),
  )
  serve(app, contract.read, ({ params, request }) =>
    readSession(db, knockOf(request, config), params),
  )
  serve(app, contract.reply, ({ params, body, request }) =>
    reply(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.remind, ({ params, body, request }) =>
    setRemind(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.raise, ({ params, body, request }) =>
    raise(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.takeOff, ({ params, request }) =>
    takeOff(deps, knockOf(request, config), { ...params, requestId: request.id }),
  )
  serve(app, contract.giveBack, ({ params, body, request }) =>
    giveBack(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.feel, ({ params, body, request }) =>
    feel(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
}

/** What somebody needs to take part. */
function needsRoutes(app: FastifyInstance, deps: Deps): void {
  const { config } = deps
  serve(app, contract.say, ({ params, body, request }) =>
    sayNeed(deps, knockOf(request, config), { ...params, body, requestId: request.id }),
  )
  serve(app, contract.ownWords, ({ params, body, request }) =>
    ownWords(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.takeBackNeed, ({ params, request }) =>
    takeBackNeed(deps, knockOf(request, config), { ...params, requestId: request.id }),
  )
  serve(app, contract.answerNeed, ({ params, body, request }) =>
    answerNeed(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
}
