// What a route says of itself in the API docs is typed there, also where only this file is read.
import type {} from '@fastify/swagger'
import type { Endpoint, Received, Result } from '@howcanwe/shared/http'
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  HTTPMethods,
  RouteOptions,
} from 'fastify'
import { type Actor, FRESH_PROOF_MS, mayKnock } from './actor.ts'
import { AppError, refuse } from './app-error.ts'
import { through } from './through.ts'

/** Turns a request's bearer token into an actor; undefined when there is no token at all. */
export type Authenticate = (request: FastifyRequest) => Promise<Actor | undefined>

declare module 'fastify' {
  interface FastifyInstance {
    authenticate: Authenticate
    /** Tests fail on a refusal its contract does not list. */
    strictRefusals: boolean
  }
  interface FastifyRequest {
    actor: Actor | undefined
  }
  interface FastifyContextConfig {
    endpoint?: Endpoint
  }
}

type ActorOf<E extends Endpoint> = E['access'] extends 'anyone' ? Actor | undefined : Actor
type VersionOf<E extends Endpoint> = E['ifMatch'] extends true ? number : undefined

export type Handler<E extends Endpoint> = (
  input: Received<E> & {
    actor: ActorOf<E>
    /** The version the caller saw. */
    version: VersionOf<E>
    request: FastifyRequest
    reply: FastifyReply
  },
) => Promise<Result<E>>

const IF_MATCH = /^(?:W\/)?"(\d{1,9})"$/

function versionOf(endpoint: Endpoint, request: FastifyRequest): number | undefined {
  if (!endpoint.ifMatch) return undefined
  const seen = IF_MATCH.exec(request.headers['if-match'] ?? '')
  if (!seen) throw refuse('request.version_needed')
  return Number(seen[1])
}

function knock(app: FastifyInstance, endpoint: Endpoint) {
  return async (request: FastifyRequest) => {
    if (endpoint.anonymous) return
    const actor = await app.authenticate(request)
    if (endpoint.access === 'anyone') {
      request.actor = actor && mayAct(actor, endpoint) ? actor : undefined
      return
    }
    if (!actor) throw refuse('auth.required')
    if (!mayAct(actor, endpoint)) throw refuse('auth.not_for_supporters')
    if (typeof endpoint.access !== 'string' && !mayKnock(actor, endpoint.access)) {
      const sleeping = actor.asleep.some((role) => endpoint.access.includes(role))
      throw refuse(sleeping ? 'auth.second_factor' : 'auth.forbidden')
    }
    if (endpoint.stepUp && Date.now() - actor.provenAt.getTime() > FRESH_PROOF_MS)
      throw refuse('auth.prove_again')
    request.actor = actor
  }
}

/** People may use every route of their own; whoever acts for them only those a supporter may use, within the scope. */
const mayAct = ({ supporter }: Actor, { supporter: opened }: Endpoint): boolean =>
  !supporter || opened === 'any' || (opened !== undefined && supporter.scopes.includes(opened))

/** A refusal the contract does not list is a lie to whoever reads the docs. */
function declared(endpoint: Endpoint, error: unknown): void {
  if (!(error instanceof AppError) || /^(auth|request)\./.test(error.code)) return
  if (!endpoint.errors?.includes(error.code)) {
    throw new Error(
      `${endpoint.method} ${endpoint.path} refused with ${error.code}, which its contract does not list`,
    )
  }
}

const CACHE = {
  public: 'public, max-age=60, stale-while-revalidate=600',
  private: 'private, no-store',
}

function headersFor(
  endpoint: Endpoint,
  result: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
) {
  void reply.header(
    'cache-control',
    endpoint.cache && !request.actor ? CACHE.public : CACHE.private,
  )
  void reply.header('vary', 'Accept-Language, Authorization')
  const version = (result as { version?: unknown } | undefined)?.version
  if (typeof version === 'number') void reply.header('etag', `"${version}"`)
}

function isStrict(schema: unknown): boolean {
  const { catchall } =
    (schema as { _zod?: { def?: { catchall?: { _zod?: { def?: { type?: string } } } } } })._zod
      ?.def ?? {}
  return catchall?._zod?.def?.type === 'never'
}

/** Counted apart from everything else the caller asks for; where limits are off, nobody reads it. */
const limitOf = ({ limit }: Endpoint) =>
  limit ? { rateLimit: { max: limit.perMinute, timeWindow: '1 minute' } } : {}

/**
 * Mounts one declared route: authentication before validation, parsed input in, stripped output out.
 *
 * @param options.bodyLimit bytes, where a body may rightly be longer than everybody's 64 KiB
 */
export function serve<E extends Endpoint>(
  app: FastifyInstance,
  endpoint: E,
  handler: Handler<E>,
  options: { bodyLimit?: number } = {},
): void {
  for (const part of ['query', 'body'] as const) {
    if (endpoint[part] && !isStrict(endpoint[part])) {
      throw new Error(`${endpoint.method} ${endpoint.path}: ${part} must be a strictObject`)
    }
  }
  if (endpoint.anonymous && endpoint.access !== 'anyone') {
    throw new Error(`${endpoint.method} ${endpoint.path}: nobody can be refused who is not known`)
  }
  const route: RouteOptions = {
    method: endpoint.method as HTTPMethods,
    url: `/api/v1${endpoint.path}`,
    config: { endpoint, ...limitOf(endpoint) },
    ...options,
    schema: {
      summary: endpoint.summary,
      tags: [endpoint.path.split('/')[1] ?? ''],
      ...(endpoint.params ? { params: endpoint.params } : {}),
      ...(endpoint.query ? { querystring: endpoint.query } : {}),
      ...(endpoint.body ? { body: endpoint.body } : {}),
      response: { [endpoint.status ?? 200]: endpoint.response },
    },
    // After the limits, which count on arrival: whoever knocks with bad tokens is counted too (T-20).
    preParsing: knock(app, endpoint),
    handler: async (request, reply) => {
      const input = {
        actor: request.actor,
        version: versionOf(endpoint, request),
        request,
        reply,
        params: request.params,
        query: request.query,
        body: request.body,
      }
      try {
        const result = await through(request.actor?.supporter?.personId, () =>
          handler(input as unknown as Parameters<Handler<E>>[0]),
        )
        headersFor(endpoint, result, request, reply)
        return reply.status(endpoint.status ?? 200).send(result)
      } catch (error) {
        if (app.strictRefusals) declared(endpoint, error)
        throw error
      }
    },
  }
  app.route(route)
}
