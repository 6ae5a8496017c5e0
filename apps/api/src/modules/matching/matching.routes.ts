import { matchingContract as contract } from '@howcanwe/shared/matching'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { decide, fittingFor, listFor, weightsOf } from './decisions.usecases.ts'
import { readGaps } from './gaps.usecases.ts'
import type { Others } from './matching.usecases.ts'
import { setWeights, weightsOfPlace } from './weights.usecases.ts'

export function matchingRoutes(app: FastifyInstance, deps: Deps, others: Others): void {
  serve(app, contract.forChallenge, ({ actor, params }) =>
    listFor(deps, others, { actor, challengeId: params.challengeId }),
  )
  serve(app, contract.decide, ({ actor, params, body }) =>
    decide(deps.db, others, { actor, challengeId: params.challengeId, body }),
  )
  serve(app, contract.gaps, ({ actor, params }) =>
    readGaps(deps.db, others, { actor, challengeId: params.challengeId }),
  )
  serve(app, contract.forOrganisation, ({ actor, params }) =>
    fittingFor(deps, { actor, organisationId: params.organisationId }),
  )
  serve(app, contract.weightsOf, ({ params }) => weightsOf(deps.db, params.challengeId))
  serve(app, contract.ofPlace, ({ params }) => weightsOfPlace(deps.db, params.placeId))
  serve(app, contract.setOfPlace, ({ actor, params, version, body }) =>
    setWeights(deps.db, { actor, placeId: params.placeId, version, body }),
  )
}
