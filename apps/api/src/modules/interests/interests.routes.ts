import { interestsContract as contract } from '@howcanwe/shared/interests'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { change, express, withdraw } from './usecases/answering.ts'
import { dropDraft, readDraft, saveDraft } from './usecases/drafts.ts'
import { forChallenge, mine } from './usecases/reading.ts'
import { answerTimes } from './usecases/times.ts'
import { voiceRoutes } from './voice.routes.ts'

export function interestsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.express, ({ actor, params, body }) => {
    const { organisationId, secondsTaken, ...answers } = body
    const { challengeId } = params
    return express(deps, actor, { challengeId, organisationId, answers, secondsTaken })
  })
  serve(app, contract.change, ({ actor, params, body, version }) =>
    change(deps, actor, { interestId: params.interestId, version, answers: body }),
  )
  serve(app, contract.withdraw, ({ actor, params }) => withdraw(deps, actor, params.interestId))
  serve(app, contract.mine, async ({ actor }) => ({ items: await mine(deps, actor) }))
  serve(app, contract.forChallenge, async ({ actor, params }) => ({
    items: await forChallenge(deps, actor, params.challengeId),
  }))
  serve(app, contract.draft, async ({ actor, params, query }) => ({
    draft: await readDraft(deps, actor, { ...params, ...query }),
  }))
  serve(app, contract.saveDraft, ({ actor, params, body }) =>
    saveDraft(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.dropDraft, ({ actor, params, query }) =>
    dropDraft(deps, actor, { ...params, ...query }),
  )
  serve(app, contract.answerTimes, ({ params, query }) =>
    answerTimes(deps.db, { ...params, ...query }),
  )
  voiceRoutes(app, deps)
}
