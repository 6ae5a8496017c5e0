import { consentsContract as contract, PURPOSES } from '@howcanwe/shared/consents'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { type ConsentHands, ledgerOf, withdraw } from './consents.mine.usecases.ts'
import { shownToday } from './consents.rules.ts'

export function consentsRoutes(app: FastifyInstance, deps: Deps, hands: ConsentHands): void {
  serve(app, contract.wordings, async ({ query }) => ({
    items: PURPOSES.flatMap((purpose) => shownToday(purpose, query.language)),
  }))
  serve(app, contract.mine, ({ actor }) => ledgerOf(deps.db, hands, actor))
  serve(app, contract.withdraw, ({ actor, params, request }) =>
    withdraw(deps, actor, { consentId: params.consentId, requestId: request.id, hands }),
  )
}
