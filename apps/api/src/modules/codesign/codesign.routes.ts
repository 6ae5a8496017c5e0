import { codesignContract as contract } from '@howcanwe/shared/codesign'
import { id } from '@howcanwe/shared/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Deps } from '../../deps.ts'
import { serve } from '../../http/serve.ts'
import { placeHere } from '../places/index.ts'
import { placesInGroupsRoutes } from './places.routes.ts'
import { calendarFor } from './usecases/calendar.ts'
import { facilitatorsFor, groupsRunBy, groupsToJoin, start } from './usecases/groups.ts'
import { join } from './usecases/join.ts'
import { leave } from './usecases/leave.ts'
import { contacted, membersFor, readNeeds } from './usecases/members.ts'
import { leavePlace, placesFor } from './usecases/places.ts'
import { type LivedOf, readGroup } from './usecases/view.ts'

const REPEAT_KEY = /^[\x21-\x7e]{16,255}$/

/** The key that makes sending a form twice safe; one too short to be unguessable counts as none. */
function repeatKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && REPEAT_KEY.test(key) ? key : undefined
}

export function codesignRoutes(
  app: FastifyInstance,
  deps: Deps,
  { livedOf }: { livedOf: LivedOf },
): void {
  const { db } = deps
  serve(app, contract.list, async ({ query, request }) => {
    const anywhere = !query.placeId && !query.challengeId
    const placeId = anywhere ? (await placeHere(db, request.hostname)).id : query.placeId
    return { items: await groupsToJoin(db, { placeId, challengeId: query.challengeId }) }
  })
  serve(app, contract.read, ({ params }) => readGroup(db, params.groupId, livedOf))
  serve(app, contract.join, ({ actor, params, body, request }) =>
    join(deps, {
      actor,
      groupId: params.groupId,
      wish: body,
      repeatKey: repeatKeyOf(request),
      requestId: request.id,
    }),
  )
  serve(app, contract.leave, ({ body, request }) =>
    leave(deps, { manageToken: body.manageToken, requestId: request.id }),
  )
  serve(app, contract.places, ({ actor }) => placesFor(db, actor))
  serve(app, contract.leavePlace, ({ actor, params, request }) =>
    leavePlace(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.members, async ({ actor, params }) => ({
    items: await membersFor(db, actor, params.groupId),
  }))
  serve(app, contract.needs, ({ actor, params, request }) =>
    readNeeds(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.contacted, ({ actor, params, request }) =>
    contacted(deps, actor, { ...params, requestId: request.id }),
  )
  serve(app, contract.facilitators, async ({ actor, query }) => ({
    items: await facilitatorsFor(db, actor, query),
  }))
  serve(app, contract.mine, async ({ actor }) => ({ items: await groupsRunBy(db, actor) }))
  serve(app, contract.start, ({ actor, params, body, request }) =>
    start(deps, actor, params.challengeId, body, request.id),
  )
  placesInGroupsRoutes(app, deps)
  calendarRoutes(app, deps)
}

/** Calendar files are text, not JSON, so they stand beside the contract. Anyone may read them, like the group. */
function calendarRoutes(app: FastifyInstance, deps: Deps): void {
  const send = async (
    request: FastifyRequest,
    reply: FastifyReply,
    ask: { groupId: string; sessionId?: string },
  ) => {
    const language = request.headers['accept-language']?.slice(0, 2).toLowerCase() ?? 'en'
    const text = await calendarFor(deps, { ...ask, language })
    return reply
      .header('cache-control', 'public, max-age=60, stale-while-revalidate=600')
      .header('vary', 'Accept-Language')
      .header('content-disposition', 'attachment; filename="group.ics"')
      .type('text/calendar; charset=utf-8')
      .send(text)
  }
  const schema = { tags: ['groups'], summary: 'Sessions of a group for a calendar (iCalendar)' }
  app.get<{ Params: { groupId: string } }>(
    '/api/v1/groups/:groupId/calendar.ics',
    { schema: { ...schema, params: z.object({ groupId: id }) } },
    (request, reply) => send(request, reply, request.params),
  )
  app.get<{ Params: { groupId: string; sessionId: string } }>(
    '/api/v1/groups/:groupId/sessions/:sessionId/calendar.ics',
    { schema: { ...schema, params: z.object({ groupId: id, sessionId: id }) } },
    (request, reply) => send(request, reply, request.params),
  )
}
