import { casesContract as contract } from '@howcanwe/shared/cases'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import * as usecases from './cases.usecases.ts'
import { declareConflict, figures, note } from './own.usecases.ts'
import { hoursWaiting } from './queue.hours.ts'
import { type QueueSource, queue } from './queue.usecases.ts'
import { typedRoutes } from './typed.routes.ts'

export function casesRoutes(
  app: FastifyInstance,
  deps: Deps,
  { sources }: { sources: readonly QueueSource[] },
): void {
  const { db } = deps
  serve(app, contract.queue, ({ actor, params }) =>
    queue(deps, [hoursWaiting, ...sources], { actor, ...params }),
  )
  serve(app, contract.list, ({ actor, params, query }) =>
    usecases.list(db, {
      ...{ actor, ...params },
      state: query.state ?? 'open',
      all: query.all === 'yes',
    }),
  )
  serve(app, contract.start, ({ actor, params, body }) =>
    usecases.start(deps, { actor, ...params, input: body }),
  )
  serve(app, contract.read, ({ actor, params }) => usecases.read(db, actor, params.caseId))
  serve(app, contract.change, ({ actor, params, body, version }) =>
    usecases.change(deps, { actor, ...params, version, input: body }),
  )
  serve(app, contract.move, ({ actor, params, body }) =>
    usecases.move(deps, { actor, ...params, ...body }),
  )
  serve(app, contract.log, ({ actor, params, body }) =>
    usecases.log(deps, { actor, ...params, input: body }),
  )
  serve(app, contract.note, ({ actor, params, body }) =>
    note(deps, { actor, ...params, input: body }),
  )
  serve(app, contract.close, ({ actor, params, body }) =>
    usecases.close(deps, { actor, ...params, ...body }),
  )
  serve(app, contract.reopen, ({ actor, params }) => usecases.reopen(deps, { actor, ...params }))
  serve(app, contract.declareConflict, ({ actor, params, body }) =>
    declareConflict(deps, { actor, ...params, ...body }),
  )
  serve(app, contract.figures, ({ actor, params }) => figures(db, { actor, ...params }))
  typedRoutes(app, deps)
}
