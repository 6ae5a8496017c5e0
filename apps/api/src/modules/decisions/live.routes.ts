import { id } from '@howcanwe/shared/http'
import type { FastifyInstance } from 'fastify'
import * as z from 'zod/mini'
import type { Deps } from '../../deps.ts'
import { refuse } from '../../http/app-error.ts'
import { callerOf } from '../../http/caller.ts'
import { type Hub, streamHeaders } from '../../live/index.ts'
import { knockOf } from '../codesign/index.ts'
import { lookerOf } from './usecases/looking.ts'

/** Where a group's screens look. A whole hall opens it within a minute, and once more when the wireless blinks. */
export const LIVE_PATH = '/api/v1/groups/:groupId/live'
const PER_MINUTE = 1_200

/**
 * Server-sent events of one group, for whoever has a voice in it or runs it: ids, and how many have answered. Not an
 * endpoint of the contract, for its answer does not end.
 */
export function liveRoute(app: FastifyInstance, { db, config }: Deps, hub: Hub): void {
  app.get<{ Params: { groupId: string } }>(
    LIVE_PATH,
    {
      schema: {
        summary: 'What moves in a group, as it moves (text/event-stream)',
        tags: ['groups'],
        params: z.object({ groupId: id }),
      },
      config: config.rateLimit ? { rateLimit: { max: PER_MINUTE, timeWindow: '1 minute' } } : {},
    },
    async (request, reply) => {
      const actor = await app.authenticate(request)
      const speaksAlone = !actor?.supporter || actor.supporter.scopes.includes('groups')
      request.actor = speaksAlone ? actor : undefined
      await lookerOf(db, knockOf(request, config), request.params.groupId)
      const looking = hub.look(request.params.groupId, callerOf(request))
      if (!looking) throw refuse('request.busy')
      return streamHeaders(reply).send(looking.body)
    },
  )
}
