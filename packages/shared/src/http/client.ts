import * as z from 'zod/mini'
import type { CallArgs, Endpoint, Result } from './endpoint.ts'
import { ProblemError, problem } from './problem.ts'

export interface WireRequest {
  method: string
  /** Path and query below the origin, for example /api/v1/challenges?limit=20 */
  url: string
  headers: Record<string, string>
  body?: string
  /** Sent without anything that says who sends it. */
  anonymous?: true
}
export interface WireResponse {
  status: number
  /** Parsed JSON, or undefined for an empty body. */
  body: unknown
}
/** fetch in the browser, inject in tests: the client does not care. */
export type Transport = (request: WireRequest) => Promise<WireResponse>

export interface CallOptions {
  /** Version last seen; sent as If-Match. */
  ifMatch?: number
  /** Makes a creating POST safe to repeat. */
  idempotencyKey?: string
}

type ArgsOf<E extends Endpoint> = keyof CallArgs<E> extends never
  ? [args?: Record<never, never>, options?: CallOptions]
  : [args: CallArgs<E>, options?: CallOptions]

export type Call = <E extends Endpoint>(endpoint: E, ...args: ArgsOf<E>) => Promise<Result<E>>

type Loose = { params?: Record<string, unknown>; query?: Record<string, unknown>; body?: unknown }

/** '/challenges/:id' + { id } + { limit: 20 } → '/api/v1/challenges/…?limit=20'. Arrays repeat the name. */
export function urlOf(endpoint: Pick<Endpoint, 'path'>, args: Loose = {}): string {
  const path = endpoint.path.replace(/:([A-Za-z]+)/g, (_, key: string) =>
    encodeURIComponent(String(args.params?.[key])),
  )
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(args.query ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') query.append(key, String(one))
    }
  }
  const search = query.toString()
  return `/api/v1${path}${search ? `?${search}` : ''}`
}

function refusalOf(response: WireResponse): ProblemError {
  const parsed = z.safeParse(problem, response.body)
  if (parsed.success) return new ProblemError(parsed.data)
  return new ProblemError({
    type: 'about:blank',
    title: 'The service gave an answer we do not understand.',
    status: response.status,
    code: 'request.unreadable_answer',
  })
}

/** The one typed client: every answer is parsed, every refusal is a `ProblemError`. */
export function createClient(
  transport: Transport,
  headers: () => Record<string, string> = () => ({}),
): Call {
  return async (endpoint, ...[args, options]) => {
    const given = (args ?? {}) as Loose
    const response = await transport({
      method: endpoint.method,
      url: urlOf(endpoint, given),
      headers: {
        accept: 'application/json',
        ...(given.body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(options?.ifMatch === undefined ? {} : { 'if-match': `"${options.ifMatch}"` }),
        ...(options?.idempotencyKey ? { 'idempotency-key': options.idempotencyKey } : {}),
        ...(endpoint.anonymous ? {} : headers()),
      },
      ...(endpoint.anonymous ? { anonymous: true } : {}),
      body: given.body === undefined ? undefined : JSON.stringify(given.body),
    })
    if (response.status >= 400) throw refusalOf(response)
    return z.parse(endpoint.response, response.body) as Result<typeof endpoint>
  }
}
