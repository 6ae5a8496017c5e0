import { introductionsContract as contract } from '@howcanwe/shared/introductions'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { answer, mine, read, say, takeBack } from './usecases/answering.ts'
import { ask, conclude, discard, draft, list, newTies } from './usecases/brokering.ts'
import { spoken } from './usecases/speaking.ts'

export function introductionsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.draft, ({ actor, body }) => draft(deps, actor, body))
  serve(app, contract.list, ({ actor, query }) => list(deps, actor, query.placeId))
  serve(app, contract.ask, ({ actor, params }) => ask(deps, actor, params.introductionId))
  serve(app, contract.discard, ({ actor, params }) => discard(deps, actor, params.introductionId))
  serve(app, contract.conclude, ({ actor, params, body }) =>
    conclude(deps, actor, params.introductionId, body.outcome),
  )
  serve(app, contract.spoken, ({ actor, params, body }) =>
    spoken(deps, actor, params.introductionId, body),
  )
  serve(app, contract.newTies, ({ params }) => newTies(deps, params.placeId))
  sidesRoutes(app, deps)
}

/** For those who are introduced: signed in, or with the link of a letter. */
function sidesRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.mine, ({ actor }) => mine(deps, actor))
  serve(app, contract.answer, ({ actor, params, body }) =>
    answer(deps, { actor, introductionId: params.introductionId }, body.said),
  )
  serve(app, contract.takeBack, ({ actor, params }) =>
    takeBack(deps, { actor, introductionId: params.introductionId }),
  )
  serve(app, contract.say, ({ actor, params, body }) =>
    say(deps, { actor, introductionId: params.introductionId }, body),
  )
  serve(app, contract.byLink, ({ body }) => read(deps, body))
  serve(app, contract.answerByLink, ({ body }) => answer(deps, { token: body.token }, body.said))
  serve(app, contract.sayByLink, ({ body }) => say(deps, { token: body.token }, body.said))
}
