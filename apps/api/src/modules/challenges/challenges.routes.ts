import { challengesContract as contract } from '@howcanwe/shared/challenges'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { placeHere } from '../places/index.ts'
import * as desk from './usecases/desk.ts'
import { type TellWithdrawn, withdrawChallenge } from './usecases/ending.ts'
import { colleaguesFor, handOver } from './usecases/hand-over.ts'
import {
  openChallenge,
  type ReadThroughOf,
  shortenReadThrough,
  startReadThrough,
} from './usecases/opening.ts'
import { listChallenges, readChallenge } from './usecases/read.ts'

export function challengesRoutes(
  app: FastifyInstance,
  deps: Deps,
  { tellWithdrawn, readThroughOf }: { tellWithdrawn: TellWithdrawn; readThroughOf: ReadThroughOf },
): void {
  const { db } = deps
  serve(app, contract.list, async ({ query, request }) =>
    listChallenges(db, {
      ...query,
      placeId: query.placeId ?? (await placeHere(db, request.hostname)).id,
    }),
  )
  serve(app, contract.read, ({ params }) => readChallenge(db, params.slug))
  serve(app, contract.mine, ({ actor, query }) => desk.listDesk(db, actor, query.placeId))
  serve(app, contract.start, ({ actor, body }) => desk.startDraft(db, actor, body))
  serve(app, contract.draft, ({ actor, params }) => desk.readDraft(db, actor, params.challengeId))
  serve(app, contract.change, ({ actor, params, version, body }) =>
    desk.changeDraft(db, actor, { id: params.challengeId, version, body }),
  )
  serve(app, contract.startReadThrough, ({ actor, params, version }) =>
    startReadThrough(db, actor, { id: params.challengeId, version }),
  )
  serve(app, contract.shortenReadThrough, ({ actor, params, body }) =>
    shortenReadThrough(db, actor, { id: params.challengeId, reason: body.reason }),
  )
  serve(app, contract.open, ({ actor, params, version }) =>
    openChallenge(db, actor, { id: params.challengeId, version, readThroughOf }),
  )
  serve(app, contract.withdraw, ({ actor, params, body }) =>
    withdrawChallenge(db, actor, {
      id: params.challengeId,
      reason: body.reason,
      tell: tellWithdrawn,
    }),
  )
  serve(app, contract.colleagues, async ({ actor, query }) => ({
    items: await colleaguesFor(db, actor, query),
  }))
  serve(app, contract.handOver, ({ actor, params, body }) =>
    handOver(deps, actor, { id: params.challengeId, to: body.to }),
  )
}
