import { exportsContract as contract } from '@howcanwe/shared/exports'
import { type Call, createClient } from '@howcanwe/shared/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { publishedChallenge } from '../challenges/index.ts'
import { organisationById } from '../organisations/index.ts'
import { type Ask, takeAlong } from './exports.usecases.ts'

/** Asks our own routes as whoever sent this request: no list leaves by another door than its screen's. */
function asSender(app: FastifyInstance, { headers, ip }: FastifyRequest): Call {
  const { authorization, 'accept-language': language } = headers
  return createClient(async (asked) => {
    const answer = await app.inject({
      method: asked.method as 'GET' | 'POST',
      url: asked.url,
      headers: {
        ...asked.headers,
        ...(authorization ? { authorization } : {}),
        ...(language ? { 'accept-language': language } : {}),
      },
      remoteAddress: ip,
      ...(asked.body === undefined ? {} : { payload: asked.body }),
    })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  })
}

async function send(
  deps: Deps,
  request: FastifyRequest,
  reply: FastifyReply,
  ask: Omit<Ask, 'language' | 'requestId'>,
) {
  const file = await takeAlong(deps, {
    ...ask,
    language: request.headers['accept-language'],
    requestId: request.id,
  })
  void reply.header('content-disposition', `attachment; filename="${file.name}"`)
  void reply.type(file.mediaType)
  return file.content
}

const wished = ({
  list,
  format,
  forExcel,
}: Pick<Ask, 'list' | 'format'> & { forExcel?: boolean | undefined }) => ({
  list,
  format,
  mark: forExcel ?? false,
})

export function exportsRoutes(app: FastifyInstance, deps: Deps): void {
  serve(app, contract.ofPlace, ({ actor, params, body, request, reply }) =>
    send(deps, request, reply, {
      actor,
      call: asSender(app, request),
      about: { kind: 'place', id: params.placeId },
      placeOf: async (placeId) => placeId,
      ...wished(body),
    }),
  )
  serve(app, contract.ofChallenge, ({ actor, params, body, request, reply }) =>
    send(deps, request, reply, {
      actor,
      call: asSender(app, request),
      about: { kind: 'challenge', id: params.challengeId },
      placeOf: async (id) => (await publishedChallenge(deps.db, id))?.placeId ?? null,
      ...wished(body),
    }),
  )
  serve(app, contract.ofOrganisation, ({ actor, params, body, request, reply }) =>
    send(deps, request, reply, {
      actor,
      call: asSender(app, request),
      about: { kind: 'organisation', id: params.organisationId },
      placeOf: async (id) => (await organisationById(deps.db, id))?.placeId ?? null,
      ...wished(body),
    }),
  )
}
