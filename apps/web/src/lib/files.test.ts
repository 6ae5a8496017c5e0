import { describe, expect, it, vi } from 'vitest'
import { createApi, type Renewed } from './api.ts'
import { fetchBytes } from './files.ts'

const PICTURE = '/api/v1/groups/g/files/f'
const kayleighs: Renewed = { accessToken: 'good', sharedComputer: false }
const refused = () =>
  new Response(
    JSON.stringify({ type: 'about:blank', title: 'No', status: 401, code: 'auth.required' }),
    { status: 401 },
  )

/** A service that says what it was asked, by whom, and knows one good token. */
function service() {
  const seen: string[] = []
  const fetch = vi.fn(async (input: unknown, init?: RequestInit) => {
    const headers = new Headers(init?.headers)
    const [token, forWhom] = [headers.get('authorization'), headers.get('acting-for')]
    seen.push([String(input), token ?? '-', forWhom ?? ''].join(' ').trim())
    if (String(input).endsWith('/auth/refresh')) return new Response(JSON.stringify(kayleighs))
    return token === null || token === 'Bearer good' ? new Response('bytes') : refused()
  })
  return { seen, fetch: fetch as unknown as typeof globalThis.fetch }
}
const lock = <T>(work: () => Promise<T>) => work()

describe('a picture, asked for as bytes (CO5)', () => {
  it('comes to Kayleigh, who has a place and no account: no token is made up, no session asked for', async () => {
    const { seen, fetch } = service()
    const answer = await fetchBytes(createApi({ fetch, lock }), PICTURE, {})
    expect(await answer.text()).toBe('bytes')
    expect(seen).toEqual([`${PICTURE} -`])
  })

  it('comes to Yusuf, whose session is renewed first', async () => {
    const { seen, fetch } = service()
    await fetchBytes(createApi({ fetch, lock, hadSession: true }), PICTURE, {})
    expect(seen).toEqual(['/api/v1/auth/refresh -', `${PICTURE} Bearer good`])
  })

  it('and once more, where his token has run out', async () => {
    const { seen, fetch } = service()
    const api = createApi({ fetch, lock })
    api.accept({ ...kayleighs, accessToken: 'old' })
    await fetchBytes(api, PICTURE, {})
    expect(seen.slice(1)).toEqual(['/api/v1/auth/refresh -', `${PICTURE} Bearer good`])
  })

  it('is asked for in the name of whom somebody acts for, as everything else is', async () => {
    const { seen, fetch } = service()
    const api = createApi({ fetch, lock })
    api.accept(kayleighs)
    api.actFor('amina')
    await fetchBytes(api, PICTURE, {})
    expect(seen).toEqual([`${PICTURE} Bearer good amina`])
  })
})
