import { cohortsContract as contract } from '@howcanwe/shared/cohorts'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { choose, chooseNone } from './usecases/choosing.ts'
import { readClock, watchClocks } from './usecases/clocks.ts'
import { readDraft, saveDraft } from './usecases/drafts.ts'
import { ofPlace, read } from './usecases/happened.ts'
import { answerBack, askBack } from './usecases/question-back.ts'
import { answersGiven, myAnswer, rate } from './usecases/told.ts'

/** Reason, five criteria and a next step for each of 500 organisations, in bytes (FR-10). */
const EVERYBODY = { bodyLimit: 6 * 1024 * 1024 }

export function cohortsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(
    app,
    contract.choose,
    ({ actor, params, body }) => choose(deps, actor, params.challengeId, body),
    EVERYBODY,
  )
  serve(
    app,
    contract.chooseNone,
    ({ actor, params, body }) => chooseNone(deps, actor, params.challengeId, body),
    EVERYBODY,
  )
  serve(app, contract.read, ({ params }) => read(deps, params.challengeId))
  answersRoutes(app, deps)
}

/** Writing to everyone, reading one's own answer, asking back (EI5). */
function answersRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.draft, ({ actor, params }) => readDraft(deps, actor, params.challengeId))
  serve(
    app,
    contract.saveDraft,
    ({ actor, params, body }) => saveDraft(deps, actor, params.challengeId, body),
    EVERYBODY,
  )
  serve(app, contract.given, async ({ actor, params }) => ({
    items: await answersGiven(deps, actor, params.challengeId),
  }))
  serve(app, contract.mine, ({ actor, params }) => myAnswer(deps, actor, params.interestId))
  serve(app, contract.rate, ({ actor, params, body }) =>
    rate(deps, actor, params.interestId, body.rating),
  )
  serve(app, contract.askBack, ({ actor, params, body }) =>
    askBack(deps, actor, params.interestId, body.question),
  )
  serve(app, contract.answerBack, ({ actor, params, body }) =>
    answerBack(deps, actor, params.interestId, body.answer),
  )
  serve(app, contract.clocks, ({ actor, query }) => watchClocks(deps, actor, query.placeId))
  serve(app, contract.clock, ({ params }) => readClock(deps, params.challengeId))
  serve(app, contract.ofPlace, ({ params }) => ofPlace(deps, params.placeId))
}
