import { conversationsContract as contract } from '@howcanwe/shared/conversations'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { knockOf } from '../codesign/index.ts'
import { askBack, decideAgain, hide, setClosed, setModerator } from './usecases/moderating.ts'
import { log } from './usecases/reading.ts'
import { answerReport, report, reports } from './usecases/reporting.ts'

/** Who looks after a conversation, in view of everybody in it. */
export function moderationRoutes(app: FastifyInstance, deps: Deps): void {
  const { db, config } = deps
  serve(app, contract.hide, ({ params, body, request }) =>
    hide(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.decideAgain, ({ params, body, request }) =>
    decideAgain(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.askBack, ({ params, body, request }) =>
    askBack(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.setClosed, ({ params, body, request }) =>
    setClosed(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.setModerator, ({ actor, params, body, request }) =>
    setModerator(deps, actor, { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.log, ({ params, query, request }) =>
    log(db, knockOf(request, config), { ...params, ...query }),
  )
  serve(app, contract.report, ({ params, body, request }) =>
    report(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.reports, ({ params, request }) =>
    reports(db, knockOf(request, config), params.groupId),
  )
  serve(app, contract.answerReport, ({ params, body, request }) =>
    answerReport(deps, knockOf(request, config), { ...params, ...body, requestId: request.id }),
  )
}
