import { interestsContract as contract } from '@howcanwe/shared/interests'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { change, express, withdraw } from './usecases/answering.ts'
import { forChallenge, mine } from './usecases/reading.ts'

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
}
