import { protectionsContract as contract } from '@howcanwe/shared/protections'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { placeHere } from '../places/index.ts'
import { addNote, review } from './usecases/afterwards.ts'
import * as desk from './usecases/desk.ts'
import { handOver } from './usecases/hand-over.ts'
import { publish } from './usecases/publish.ts'
import { listPublished, readPublished } from './usecases/read.ts'

export function protectionsRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  serve(app, contract.list, async ({ query, request }) =>
    listPublished(db, query.placeId ?? (await placeHere(db, request.hostname)).id),
  )
  serve(app, contract.read, ({ params }) => readPublished(db, params.slug))
  serve(app, contract.mine, ({ actor, query }) => desk.listOwn(db, actor, query.placeId))
  serve(app, contract.start, ({ actor, body }) => desk.start(db, actor, body))
  serve(app, contract.draft, ({ actor, params }) => desk.readOwn(db, actor, params.protectionId))
  serve(app, contract.change, ({ actor, params, version, body }) =>
    desk.change(db, actor, { id: params.protectionId, version, body }),
  )
  serve(app, contract.publish, ({ actor, params, version, body }) =>
    publish(deps, actor, { id: params.protectionId, version, secondsMore: body.secondsMore }),
  )
  serve(app, contract.addNote, ({ actor, params, body }) =>
    addNote(db, actor, { id: params.protectionId, text: body.text }),
  )
  serve(app, contract.review, ({ actor, params, body }) =>
    review(db, actor, { id: params.protectionId, review: body }),
  )
  serve(app, contract.handOver, ({ actor, params, body }) =>
    handOver(deps, actor, { id: params.protectionId, to: body.to }),
  )
}
