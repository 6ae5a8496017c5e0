import { jointInterestsContract as contract } from '@howcanwe/shared/joint-interests'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { handOver, leave } from './usecases/leaving.ts'
import { agree, answer, writePart } from './usecases/members.ts'
import { type NoteSeed, seed, seeds } from './usecases/seeding.ts'
import { type Release, type Reserve, send, takeBack, writeTerms } from './usecases/sending.ts'
import { invite, partners, start } from './usecases/starting.ts'
import { mine, read } from './usecases/view.ts'

/** What nouns on either side keep, handed in by the app; none of it is needed. */
export interface Hands {
  noteSeed?: NoteSeed
  reserve?: Reserve
  release?: Release
}

export function jointInterestsRoutes(app: FastifyInstance, deps: Deps, hands: Hands = {}): void {
  serve(app, contract.partners, async ({ actor, params, query }) => ({
    items: await partners(deps.db, actor, { ...params, name: query.q }),
  }))
  serve(app, contract.start, ({ actor, params, body }) =>
    start(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.seed, ({ actor, params, body }) =>
    seed(deps, actor, { ...params, ...body, note: hands.noteSeed }),
  )
  serve(app, contract.seeds, async ({ actor, params }) => ({
    items: await seeds(deps.db, actor, params.challengeId),
  }))
  serve(app, contract.mine, async ({ actor, query }) => ({
    items: await mine(deps.db, actor, query.challengeId),
  }))
  serve(app, contract.read, ({ actor, params, query }) =>
    read(deps.db, actor, { ...params, ...query }),
  )
  serve(app, contract.invite, ({ actor, params, body }) =>
    invite(deps, actor, { ...params, ...body }),
  )
  membersRoutes(app, deps)
  sendingRoutes(app, deps, hands)
}

function membersRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.answer, ({ actor, params, body }) =>
    answer(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.writePart, ({ actor, params, body, version }) => {
    const { organisationId, ...words } = body
    return writePart(deps, actor, { ...params, organisationId, version, words })
  })
  serve(app, contract.agree, ({ actor, params, body, version }) =>
    agree(deps, actor, { ...params, ...body, version }),
  )
  serve(app, contract.leave, ({ actor, params, body }) =>
    leave(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.handOver, ({ actor, params, body }) =>
    handOver(deps, actor, { ...params, ...body }),
  )
}

function sendingRoutes(app: FastifyInstance, deps: Deps, { reserve, release }: Hands): void {
  serve(app, contract.writeTerms, ({ actor, params, body, version }) =>
    writeTerms(deps, actor, { ...params, version, terms: body }),
  )
  serve(app, contract.send, ({ actor, params, version }) =>
    send(deps, actor, { ...params, version, reserve }),
  )
  serve(app, contract.takeBack, ({ actor, params }) =>
    takeBack(deps, actor, { ...params, release }),
  )
}
