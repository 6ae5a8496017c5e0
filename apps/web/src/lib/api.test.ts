import { endpoint, ProblemError } from '@howcanwe/shared/http'
import { QueryClient } from '@tanstack/react-query'
import { describe, expect, it, vi } from 'vitest'
import * as z from 'zod/mini'
import { type ApiOptions, connectApi, createApi, pagesFor, queryFor } from './api.ts'

const hello = endpoint({
  method: 'GET',
  path: '/hello/:name',
  summary: 'Say hello',
  access: 'signed-in',
  params: z.object({ name: z.string() }),
  response: z.object({ words: z.string() }),
})
const list = endpoint({
  method: 'GET',
  path: '/list',
  summary: 'A list',
  access: 'anyone',
  query: z.object({ q: z.optional(z.string()), cursor: z.optional(z.string()) }),
  response: z.object({ items: z.array(z.number()), nextCursor: z.nullable(z.string()) }),
})
const args = { params: { name: 'ann' } }

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
const refusal = (status: number, code: string) =>
  json(status, { type: 'about:blank', title: 'No', status, code })
const session = (accessToken: string) =>
  json(200, { accessToken, expiresInSeconds: 600, sharedComputer: false })

/** A service that knows one good token and hands it out once the cookie is shown. */
function service(good: string) {
  const seen: string[] = []
  const fetch = vi.fn(async (input: unknown, init?: RequestInit) => {
    const token = new Headers(init?.headers).get('authorization')
    seen.push(`${init?.method} ${String(input)} ${token ?? '-'}`)
    if (String(input).endsWith('/auth/refresh')) return session(good)
    return token === `Bearer ${good}`
      ? json(200, { words: 'hello' })
      : refusal(401, 'auth.required')
  })
  return { seen, fetch: fetch as unknown as typeof globalThis.fetch }
}
const make = (options: ApiOptions) => {
  const api = createApi({ lock: inOrder(), ...options })
  api.accept({ accessToken: 'old', sharedComputer: false })
  return api
}
/** Web Locks, in one process. */
function inOrder() {
  let last: Promise<unknown> = Promise.resolve()
  return <T>(work: () => Promise<T>): Promise<T> => {
    const mine = last.then(work, work)
    last = mine.catch(() => undefined)
    return mine
  }
}

describe('someone who is signed in and asks without a name (FR-11)', () => {
  const ask = endpoint({
    method: 'POST',
    path: '/asked',
    summary: 'Ask',
    access: 'anyone',
    body: z.strictObject({ words: z.string() }),
    response: z.object({ words: z.string() }),
    anonymous: true,
  })

  it('sends neither token nor cookie, not even after being told to sign in', async () => {
    const seen: RequestInit[] = []
    const fetch = async (_: unknown, init: RequestInit = {}) => {
      seen.push(init)
      return refusal(401, 'auth.required')
    }
    const api = make({ fetch: fetch as typeof globalThis.fetch, hadSession: true })
    await api.call(ask, { body: { words: 'Who pays?' } }).catch(() => undefined)
    expect(seen).toHaveLength(1)
    expect(seen[0]?.credentials).toBe('omit')
    expect(new Headers(seen[0]?.headers).has('authorization')).toBe(false)
  })
})

describe('someone whose ten minutes are over', () => {
  it('notices nothing: the token is renewed once and the request asked again', async () => {
    const { fetch, seen } = service('new')
    await expect(make({ fetch }).call(hello, args)).resolves.toEqual({ words: 'hello' })
    expect(seen).toEqual([
      'GET /api/v1/hello/ann Bearer old',
      'POST /api/v1/auth/refresh -',
      'GET /api/v1/hello/ann Bearer new',
    ])
  })

  it('renews once, not three times, when three requests were refused together', async () => {
    const { fetch, seen } = service('new')
    const api = make({ fetch })
    await Promise.all([api.call(hello, args), api.call(hello, args), api.call(hello, args)])
    expect(seen.filter((line) => line.includes('refresh'))).toHaveLength(1)
  })

  it('is told when the session is over, and nothing is asked in a circle', async () => {
    const onSignedOut = vi.fn()
    const fetch = vi.fn(async () => refusal(401, 'identity.session_over'))
    const api = make({ fetch, onSignedOut })
    await expect(api.call(hello, args)).rejects.toMatchObject({ code: 'identity.session_over' })
    expect(fetch).toHaveBeenCalledTimes(2)
    expect(onSignedOut).toHaveBeenCalledOnce()
    await expect(api.call(hello, args)).rejects.toBeInstanceOf(ProblemError)
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('stays signed in when the signal goes while renewing', async () => {
    const onSignedOut = vi.fn()
    const fetch = vi.fn(async (url: unknown) => {
      if (String(url).endsWith('refresh')) throw new TypeError('network')
      return refusal(401, 'auth.required')
    })
    const api = make({ fetch: fetch as never, onSignedOut })
    await expect(api.call(hello, args)).rejects.toMatchObject({ code: 'request.offline' })
    expect(onSignedOut).not.toHaveBeenCalled()
  })
})

describe('someone whose page asks before the tab knows who asks', () => {
  const door = (code: number) =>
    vi.fn(async (input: unknown, init?: RequestInit) => {
      if (String(input).endsWith('/auth/refresh')) return session('good')
      const isYusuf = new Headers(init?.headers).get('authorization') === 'Bearer good'
      return isYusuf ? json(200, { words: 'come in' }) : refusal(code, 'codesign.no_place_here')
    })

  it.each([403, 404])('is asked who they are before a door is shut with %i', async (code) => {
    const fetch = door(code)
    const api = createApi({ fetch: fetch as never, lock: inOrder(), hadSession: true })
    await expect(api.call(hello, args)).resolves.toEqual({ words: 'come in' })
    expect(fetch).toHaveBeenCalledTimes(3)
  })

  it('a visitor meets the door at once', async () => {
    const fetch = door(403)
    const api = createApi({ fetch: fetch as never, lock: inOrder() })
    await expect(api.call(hello, args)).rejects.toMatchObject({ code: 'codesign.no_place_here' })
    expect(fetch).toHaveBeenCalledOnce()
  })
})

describe('a visitor', () => {
  it('is never asked to renew anything', async () => {
    const fetch = vi.fn(async () => refusal(401, 'auth.required'))
    const api = createApi({ fetch })
    await expect(api.call(hello, args)).rejects.toMatchObject({ code: 'auth.required' })
    expect(fetch).toHaveBeenCalledOnce()
  })
})

describe('an answer', () => {
  it('that never came is the refusal request.offline', async () => {
    const api = createApi({ fetch: vi.fn(async () => Promise.reject(new TypeError('failed'))) })
    await expect(api.call(hello, args)).rejects.toMatchObject({ code: 'request.offline' })
  })

  it('that is not what was promised is a refusal too, never a half-filled page', async () => {
    const api = createApi({ fetch: vi.fn(async () => json(200, { wrong: true })) })
    await expect(api.call(hello, args)).rejects.toMatchObject({ code: 'request.unreadable_answer' })
    const broken = createApi({ fetch: vi.fn(async () => new Response('<html>', { status: 502 })) })
    await expect(broken.call(hello, args)).rejects.toMatchObject({
      code: 'request.unreadable_answer',
    })
  })

  it('comes in the language of the interface', async () => {
    const fetch = vi.fn(async (_url: unknown, _init?: RequestInit) => json(200, { words: 'hallo' }))
    await createApi({ fetch: fetch as never, language: () => 'nl' }).call(hello, args)
    expect(new Headers(fetch.mock.calls[0]?.[1]?.headers).get('accept-language')).toBe('nl')
  })
})

describe('a query', () => {
  it('is kept under its path and what was asked', async () => {
    const client = new QueryClient()
    connectApi(client, createApi({ fetch: vi.fn(async () => json(200, { words: 'hi' })) }))
    const query = queryFor(hello, args)
    expect(query.queryKey).toEqual(['/hello/:name', args])
    await expect(client.fetchQuery(query)).resolves.toEqual({ words: 'hi' })
    await client.invalidateQueries({ queryKey: ['/hello/:name'] })
    expect(client.getQueryState(query.queryKey)?.isInvalidated).toBe(true)
  })

  it('of a long list asks for the next page where the last one ended', async () => {
    const client = new QueryClient()
    const asked: string[] = []
    const fetch = vi.fn(async (url: unknown) => {
      asked.push(String(url))
      return json(
        200,
        asked.length === 1 ? { items: [1], nextCursor: 'abc' } : { items: [2], nextCursor: null },
      )
    })
    connectApi(client, createApi({ fetch: fetch as never }))
    const { pages } = await client.fetchInfiniteQuery({
      ...pagesFor(list, { query: { q: 'hall' } }),
      pages: 2,
    })
    expect(pages.flatMap((page) => page.items)).toEqual([1, 2])
    expect(asked).toEqual(['/api/v1/list?q=hall', '/api/v1/list?q=hall&cursor=abc'])
  })
})
