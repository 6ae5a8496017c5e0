import { createHash } from 'node:crypto'
import { id } from '@howcanwe/shared/http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import * as z from 'zod/mini'
import type { Deps } from '../../../deps.ts'
import { requirePlace } from '../../places/index.ts'
import { atomOf, type FeedPlace, lastChange } from './atom.ts'
import { deadlinesOf } from './deadlines.ts'
import { datedIn, type FeedChallenge, openedIn } from './feeds.queries.ts'

type Asked = FastifyRequest<{ Params: { placeId: string } }>

/** The place's first language, unless the reader asks for the other. */
function languageOf(request: FastifyRequest, languages: readonly string[]): 'en' | 'nl' {
  const wanted = request.headers['accept-language']?.slice(0, 2).toLowerCase()
  const [language] = [wanted, ...languages].filter((one) => one === 'en' || one === 'nl')
  return language === 'nl' ? 'nl' : 'en'
}

async function placeOf({ db, config }: Deps, request: Asked): Promise<FeedPlace> {
  const place = await requirePlace(db, request.params.placeId)
  const { id: placeId, name, ladCodes, createdAt } = place
  const language = languageOf(request, place.languages)
  return { id: placeId, name, ladCodes, language, origin: config.origin, since: createdAt }
}

interface Kept {
  type: string
  /** Fingerprint of what readers would see change. */
  of: string
  changed: Date
  write: () => string
}

/** Sends it, or says that what the reader has is still so (RFC 9110 §13.1). */
function sendKept(request: FastifyRequest, reply: FastifyReply, kept: Kept): FastifyReply {
  const etag = `"${createHash('sha256').update(kept.of).digest('base64url').slice(0, 27)}"`
  void reply
    .header('cache-control', 'public, max-age=300, stale-while-revalidate=3600')
    .header('vary', 'Accept-Language')
    .header('etag', etag)
    .header('last-modified', kept.changed.toUTCString())
  const known = request.headers['if-none-match']?.split(',').map((one) => one.trim())
  if (known?.some((one) => one.replace(/^W\//, '') === etag)) return reply.status(304).send()
  return reply.type(kept.type).send(kept.write())
}

const fingerprint = (place: FeedPlace, challenges: readonly FeedChallenge[]): string =>
  JSON.stringify([place, challenges])

/** Feeds are text, not JSON, so they stand beside the contract. Anyone may read them, like the list. */
export function feedRoutes(app: FastifyInstance, deps: Deps): void {
  const params = z.object({ placeId: id })
  app.get<{ Params: { placeId: string } }>(
    '/api/v1/places/:placeId/challenges.atom',
    { schema: { tags: ['places'], summary: 'Challenges of a place (Atom, RFC 4287)', params } },
    async (request, reply) => {
      const place = await placeOf(deps, request)
      const challenges = await openedIn(deps.db, place.id)
      return sendKept(request, reply, {
        type: 'application/atom+xml; charset=utf-8',
        of: fingerprint(place, challenges),
        changed: lastChange(place, challenges),
        write: () => atomOf(place, challenges),
      })
    },
  )
  app.get<{ Params: { placeId: string } }>(
    '/api/v1/places/:placeId/deadlines.ics',
    { schema: { tags: ['places'], summary: 'Days of a place for a calendar (iCalendar)', params } },
    async (request, reply) => {
      const place = await placeOf(deps, request)
      const challenges = await datedIn(deps.db, place.id)
      return sendKept(request, reply.header('content-disposition', 'inline; filename="days.ics"'), {
        type: 'text/calendar; charset=utf-8',
        of: fingerprint(place, challenges),
        changed: lastChange(place, challenges),
        write: () => deadlinesOf(place, challenges, deps.clock()),
      })
    },
  )
}
