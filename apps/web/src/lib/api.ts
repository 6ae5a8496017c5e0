import {
  type Call,
  type CallArgs,
  createClient,
  type Endpoint,
  ProblemError,
  type Result,
  type Transport,
  type WireRequest,
} from '@howcanwe/shared/http'
import {
  infiniteQueryOptions,
  type QueryClient,
  queryOptions,
  useQueryClient,
} from '@tanstack/react-query'
import * as z from 'zod/mini'

/** The server's policy forbids `eval`; without this zod would try it once and the browser would log a refusal. */
z.config({ jitless: true })

const REFRESH_URL = '/api/v1/auth/refresh'
/** Where a 401 is an answer; confirming is done in a session that may need renewing like any other. */
const SIGNS_IN = /^\/api\/v1\/auth\/(?!confirm)/
const TIMEOUT_MS = 30_000
/** Browsers refuse `keepalive` bodies above 64 KiB. */
const KEEPALIVE_MAX = 60_000

/** What a sign-in or refresh hands over. */
const renewed = z.object({ accessToken: z.string(), sharedComputer: z.boolean() })
export type Renewed = z.output<typeof renewed>

export interface Api {
  /** The typed client; refreshes the session once when told 401, then asks again. */
  call: Call
  /** Takes the access token of a new session into memory. */
  accept: (session: Renewed) => void
  forget: () => void
  /** From now on everything is asked for this person, who must have asked for that; null for oneself. */
  actFor: (personId: string | null) => void
  /** Asks for a new access token unless there is one; false if there is no session. */
  renew: () => Promise<boolean>
  /** One request for what is not JSON, by token or by the cookie of an opened place; a refusal is handed on as it is. */
  raw: (url: string, init: RequestInit) => Promise<Response>
  /** Whether this device has signed in before: asking is worth while. */
  hadSession: boolean
}

export interface ApiOptions {
  fetch: typeof fetch
  /** The interface language, sent along so that the server's own sentences match. */
  language?: () => string
  hadSession?: boolean
  /** One at a time across the tabs of a browser; Web Locks unless given. */
  lock?: <T>(work: () => Promise<T>) => Promise<T>
  onSignedOut?: () => void
}

/** A refusal that never reached the server, in the same shape as those that did. */
const localProblem = (code: string, status = 0): ProblemError =>
  new ProblemError({ type: 'about:blank', title: code, status, code })

const inTurn = <T>(work: () => Promise<T>): Promise<T> =>
  globalThis.navigator?.locks ? navigator.locks.request('auth', work) : work()

interface Answer {
  status: number
  body: unknown
}

/** One request over fetch. No connection, or no answer in 30 s, is the refusal `request.offline`. */
async function send(
  options: ApiOptions,
  request: WireRequest,
  token: string | null,
): Promise<Answer> {
  let response: Response
  try {
    response = await options.fetch(request.url, {
      method: request.method,
      body: request.body,
      credentials: request.anonymous ? 'omit' : 'same-origin',
      keepalive: request.method !== 'GET' && (request.body?.length ?? 0) < KEEPALIVE_MAX,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      headers: {
        ...request.headers,
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(options.language ? { 'accept-language': options.language() } : {}),
      },
    })
  } catch {
    throw localProblem('request.offline')
  }
  const text = await response.text().catch(() => '')
  return { status: response.status, body: parsed(text) }
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** The connection to our own API. The access token lives in this closure and nowhere else. */
export function createApi(options: ApiOptions): Api {
  let token: string | null = null
  let acting: Record<string, string> = {}
  const lock = options.lock ?? inTurn
  const forget = () => {
    token = null
  }

  /** A new token in place of `stale`; another request may have fetched it while this one waited. */
  const renewFrom = (stale: string | null): Promise<boolean> =>
    lock(async () => {
      if (token !== stale) return token !== null
      const headers = { accept: 'application/json', 'content-type': 'application/json' }
      const answer = await send(
        options,
        { method: 'POST', url: REFRESH_URL, headers, body: '{}' },
        null,
      )
      const session = z.safeParse(renewed, answer.body)
      if (answer.status < 300 && session.success) {
        token = session.data.accessToken
        return true
      }
      if (answer.status >= 500 || answer.status === 429)
        throw localProblem('server.unexpected', answer.status)
      forget()
      options.onSignedOut?.()
      return false
    })

  const transport: Transport = async (request) => {
    const used = request.anonymous ? null : token
    const answer = await send(options, request, used)
    // Asked before this tab knew who asks: what strangers are refused may be theirs to read.
    const mayBeTheirs = options.hadSession ? [401, 403, 404] : []
    const mayRenew = (used === null ? mayBeTheirs : [401]).includes(answer.status)
    if (!mayRenew || request.anonymous || SIGNS_IN.test(request.url)) return answer
    return (await renewFrom(used)) ? send(options, request, token) : answer
  }

  const client = createClient(transport, () => acting)
  const call: Call = async (endpoint, ...args) => {
    try {
      return await client(endpoint, ...args)
    } catch (error) {
      if (error instanceof z.core.$ZodError) throw localProblem('request.unreadable_answer', 502)
      throw error
    }
  }
  return {
    call,
    accept: (session) => {
      token = session.accessToken
    },
    forget,
    actFor: (personId) => {
      acting = personId ? { 'acting-for': personId } : {}
    },
    renew: async () => token !== null || renewFrom(null),
    raw: (url, init) =>
      options.fetch(url, {
        ...init,
        headers: {
          ...init.headers,
          ...acting,
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
      }),
    hadSession: options.hadSession ?? false,
  }
}

const apis = new WeakMap<QueryClient, Api>()

/** Ties an API to a query client; one of each per browser, per server request, per test. */
export const connectApi = (client: QueryClient, api: Api): void => {
  apis.set(client, api)
}

export function apiOf(client: QueryClient): Api {
  const api = apis.get(client)
  if (!api) throw new Error('connectApi was not called for this query client')
  return api
}

/** The API of the nearest query client, in components and handlers. */
export const useApi = (): Api => apiOf(useQueryClient())

/** The typed client, for mutations: `useMutation({ mutationFn: (body) => call(contract.express, { body }) })`. */
export const useCall = (): Call => useApi().call

type Given<E extends Endpoint> = keyof CallArgs<E> extends never
  ? [args?: Record<never, never>]
  : [args: CallArgs<E>]

/** The key under which an answer is kept; without `args`, the start of every key of that path. */
export const keyOf = (endpoint: Pick<Endpoint, 'path'>, args?: unknown): readonly unknown[] =>
  args === undefined ? [endpoint.path] : [endpoint.path, args]

/**
 * A GET as query options, keyed `[path, args]`.
 *
 * @example const { data } = useQuery(queryFor(challengesContract.read, { params: { slug } }))
 */
export const queryFor = <E extends Endpoint>(endpoint: E, ...given: Given<E>) => {
  const args = given[0] ?? {}
  return queryOptions({
    queryKey: keyOf(endpoint, args),
    queryFn: ({ client }): Promise<Result<E>> => ask(client, endpoint, args),
  })
}

interface Page {
  items: readonly unknown[]
  nextCursor: string | null
}

/** A list that arrives page by page; `args.query` without its cursor. Use with `useInfiniteQuery` and `LoadMore`. */
export const pagesFor = <E extends Endpoint>(endpoint: E, ...given: Given<E>) => {
  const args: { query?: object; params?: object } = given[0] ?? {}
  return infiniteQueryOptions({
    queryKey: [...keyOf(endpoint, args), 'pages'],
    initialPageParam: null as string | null,
    queryFn: ({ client, pageParam }): Promise<Result<E>> =>
      ask(client, endpoint, {
        ...args,
        query: { ...args.query, ...(pageParam ? { cursor: pageParam } : {}) },
      }),
    getNextPageParam: (last) => (last as Page).nextCursor,
  })
}

/** The one place where a prepared set of arguments meets the typed call; its type was checked where it was given. */
function ask<E extends Endpoint>(
  client: QueryClient,
  endpoint: E,
  args: object,
): Promise<Result<E>> {
  const loose = apiOf(client).call as (e: E, a: object) => Promise<Result<E>>
  return loose(endpoint, args)
}
