import { alertsContract as contract, stopInput } from '@howcanwe/shared/alerts'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { feedRoutes } from './feeds/feeds.routes.ts'
import { changeHearing, hearingOf } from './usecases/hearing.ts'
import { changeSearch, dropSearch, saveSearch } from './usecases/searches.ts'
import { hearAgain, stop, stopping } from './usecases/stopping.ts'

export function alertsRoutes(app: FastifyInstance, deps: Deps): void {
  const { db } = deps
  serve(app, contract.hearing, ({ actor, params }) => hearingOf(db, actor, params.placeId))
  serve(app, contract.change, ({ actor, params, body }) =>
    changeHearing(db, actor, params.placeId, body),
  )
  serve(app, contract.saveSearch, ({ actor, params, body }) =>
    saveSearch(db, actor, params.placeId, body),
  )
  serve(app, contract.changeSearch, ({ actor, params, body }) =>
    changeSearch(db, actor, params.searchId, body.how),
  )
  serve(app, contract.dropSearch, ({ actor, params }) => dropSearch(db, actor, params.searchId))
  serve(app, contract.stopping, ({ body }) => stopping(deps, body.token))
  serve(app, contract.stop, ({ body }) => stop(deps, body.token))
  serve(app, contract.hearAgain, ({ body }) => hearAgain(deps, body.token))
  onePressRoute(app, deps)
  feedRoutes(app, deps)
}

/**
 * What mail programs call when somebody presses their own "unsubscribe" (RFC 8058): a form, no account, no cookie, no
 * page behind it. The token stands in the query, which no log keeps. What the form says is not read.
 */
function onePressRoute(app: FastifyInstance, deps: Deps): void {
  void app.register(async (forms) => {
    forms.addContentTypeParser(
      ['application/x-www-form-urlencoded', 'multipart/form-data'],
      { bodyLimit: 4096 },
      (_request, payload, done) => {
        payload.resume()
        payload.on('end', () => done(null, undefined))
      },
    )
    forms.post<{ Querystring: { t: string } }>(
      '/api/v1/hearing/one-press',
      {
        schema: {
          tags: ['hearing'],
          summary: 'One press in a mail program stops letters like this one (RFC 8058)',
          querystring: z.strictObject({ t: stopInput.shape.token }),
        },
        config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
      },
      async (request, reply) => {
        await stop(deps, request.query.t)
        return reply.header('cache-control', 'no-store').status(204).send()
      },
    )
  })
}
