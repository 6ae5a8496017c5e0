import { invitationsContract as contract } from '@howcanwe/shared/invitations'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import type { InterestedOf } from '../matching/index.ts'
import { invite, list } from './invitations.usecases.ts'

export function invitationsRoutes(
  app: FastifyInstance,
  deps: Deps,
  { interestedOf }: { interestedOf: InterestedOf },
): void {
  serve(app, contract.invite, ({ actor, params, body }) =>
    invite(deps, interestedOf, {
      actor,
      challengeId: params.challengeId,
      candidates: body.candidates,
    }),
  )
  serve(app, contract.list, ({ actor, params }) =>
    list(deps.db, interestedOf, { actor, challengeId: params.challengeId }),
  )
}
