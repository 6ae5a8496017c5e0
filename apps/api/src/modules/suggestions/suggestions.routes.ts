import { suggestionsContract as contract } from '@howcanwe/shared/suggestions'
import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { knockOf } from '../codesign/index.ts'
import { acknowledge, answer, owedIn } from './usecases/answering.ts'
import {
  influenceOf,
  listed,
  marksAt,
  meetingsOf,
  published,
  type SuggestionHands,
} from './usecases/figures.ts'
import { mark, rate, typeHomework } from './usecases/marking.ts'
import { nameAs, say, typeIn } from './usecases/saying.ts'
import { announceHomework, moveOn, shareInfluence } from './usecases/steps.ts'

export function suggestionsRoutes(app: FastifyInstance, deps: Deps, hands: SuggestionHands): void {
  const { db, config } = deps
  serve(app, contract.published, ({ params }) => published(db, params.groupId, hands))
  serve(app, contract.list, ({ params, request }) =>
    listed(db, knockOf(request, config), params.groupId, hands),
  )
  serve(app, contract.say, ({ params, body, request }) =>
    say(deps, knockOf(request, config), { ...params, said: body }),
  )
  serve(app, contract.typeIn, ({ actor, params, body }) =>
    typeIn(deps, actor, { ...params, typed: body }),
  )
  serve(app, contract.nameAs, ({ params, body, request }) =>
    nameAs(deps, knockOf(request, config), { ...params, ...body }),
  )
  serve(app, contract.acknowledge, ({ actor, params, body }) =>
    acknowledge(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.answer, ({ actor, params, body }) =>
    answer(deps, actor, { ...params, ...body }),
  )
  serve(app, contract.owed, async ({ actor, params }) => ({
    items: await owedIn(db, actor, params.placeId),
    meetings: await meetingsOf(db, actor, params.placeId),
  }))
  serve(app, contract.influence, ({ params, request }) =>
    influenceOf(db, knockOf(request, config), params.groupId, hands),
  )
  homeworkRoutes(app, deps, hands)
}

function homeworkRoutes(app: FastifyInstance, deps: Deps, hands: SuggestionHands): void {
  const { config } = deps
  serve(app, contract.mark, ({ params, body, request }) =>
    mark(deps, knockOf(request, config), { ...params, ...body }),
  )
  serve(app, contract.rate, ({ params, body, request }) =>
    rate(deps, knockOf(request, config), { ...params, ...body }),
  )
  serve(app, contract.typeHomework, ({ actor, params, body }) =>
    typeHomework(deps, actor, { ...params, typed: body }),
  )
  serve(app, contract.announceHomework, ({ actor, params, body, request }) =>
    announceHomework(deps, actor, { ...params, body, requestId: request.id }),
  )
  serve(app, contract.marksAt, ({ params, request }) =>
    marksAt(deps.db, knockOf(request, config), params),
  )
  serve(app, contract.moveOn, ({ actor, params, body, request }) =>
    moveOn(deps, { actor, knock: knockOf(request, config) }, { ...params, ...body }, hands),
  )
  serve(app, contract.shareInfluence, ({ actor, params }) =>
    shareInfluence(deps, actor, params.groupId),
  )
}
