import { sessionsContract as contract } from '@howcanwe/shared/sessions'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { attend, feelFor, outcome, writeNotes } from './usecases/after.ts'
import { order, publishAgenda, put, remove } from './usecases/agenda.ts'
import { replyFor } from './usecases/coming.ts'
import { openNeed, setNeed } from './usecases/needs.ts'
import { addPaper } from './usecases/papers.ts'
import { planFor, rung } from './usecases/plan.ts'
import { cancel, change, step } from './usecases/running.ts'

/** For whoever runs the group. */
export function runningRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.plan, ({ actor, params }) => planFor(deps.db, actor, params))
  serve(app, contract.change, ({ actor, params, body, request }) =>
    change(deps, actor, { ...params, body, requestId: request.id }),
  )
  serve(app, contract.cancel, ({ actor, params, body, request }) =>
    cancel(deps, actor, { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.step, ({ actor, params, body, request }) =>
    step(deps, actor, { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.put, ({ actor, params, body, request }) =>
    put(deps, actor, { ...params, body, requestId: request.id }),
  )
  serve(app, contract.order, ({ actor, params, body, request }) =>
    order(deps, actor, { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.remove, ({ actor, params, request }) =>
    remove(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.publishAgenda, ({ actor, params, request }) =>
    publishAgenda(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.addPaper, ({ actor, params, body, request }) =>
    addPaper(deps, actor, { ...params, body, requestId: request.id }),
  )
  peopleRoutes(app, deps)
}

function peopleRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.replyFor, ({ actor, params, body, request }) =>
    replyFor(deps, actor, { ...params, body, requestId: request.id }),
  )
  serve(app, contract.feelFor, ({ actor, params, body, request }) =>
    feelFor(deps, actor, { ...params, body, requestId: request.id }),
  )
  serve(app, contract.openNeed, ({ actor, params, request }) =>
    openNeed(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.setNeed, ({ actor, params, body, request }) =>
    setNeed(deps, actor, { ...params, body, requestId: request.id }),
  )
  serve(app, contract.rung, ({ actor, params, body, request }) =>
    rung(deps, actor, { ...params, body, requestId: request.id }),
  )
  serve(app, contract.attend, ({ actor, params, body, request }) =>
    attend(deps, actor, { ...params, ...body, requestId: request.id }),
  )
  serve(app, contract.writeNotes, ({ actor, params, body, request }) =>
    writeNotes(deps, actor, { ...params, body, requestId: request.id }),
  )
  serve(app, contract.addOutcome, ({ actor, params, body, request }) =>
    outcome(deps, actor, { ...params, body, requestId: request.id }),
  )
}
