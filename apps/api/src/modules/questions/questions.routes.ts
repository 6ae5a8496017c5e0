import { questionsContract as contract } from '@howcanwe/shared/questions'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { callerOf } from '../../http/caller.ts'
import { serve } from '../../http/serve.ts'
import { ask } from './usecases/asking.ts'
import { answer, decline, merge } from './usecases/closing.ts'
import { board, desk, follow, isFollowing } from './usecases/reading.ts'

export function questionsRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  serve(app, contract.board, ({ params }) => board(db, params.challengeId))
  serve(app, contract.ask, ({ params, body, request }) =>
    ask(deps, { ...params, ...body }, callerOf(request)),
  )
  serve(app, contract.desk, ({ actor, params }) => desk(db, actor, params.challengeId))
  serve(app, contract.answer, ({ actor, params, body }) =>
    answer(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.merge, ({ actor, params, body }) =>
    merge(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.decline, ({ actor, params, body }) =>
    decline(deps, actor, { ...params, reason: body.reason, hideWords: body.hideWords ?? false }),
  )
  serve(app, contract.following, ({ actor, params }) => isFollowing(db, actor, params.challengeId))
  serve(app, contract.follow, ({ actor, params, body }) =>
    follow(db, actor, { ...params, ...body }),
  )
}
