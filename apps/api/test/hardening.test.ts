import { createHmac } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { someId, startWorld, type World } from './support.ts'

let world: World
let personId = ''
let sessionId = ''
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place()
  personId = await world.seed.person()
  const [, claims = ''] = (await world.tokenOf(personId)).split('.')
  sessionId = JSON.parse(Buffer.from(claims, 'base64url').toString()).sid
})
afterAll(() => world.close())

const me = (authorization: string) =>
  world.app.inject({ url: '/api/v1/me', headers: { authorization } })
const b64 = (v: unknown) =>
  Buffer.from(typeof v === 'string' ? v : JSON.stringify(v)).toString('base64url')
const signedBy = (key: Buffer | string, alg: string, payload: unknown, header: object = {}) => {
  const head = `${b64({ alg, typ: 'JWT', ...header })}.${b64(payload)}`
  return `${head}.${createHmac(alg === 'HS512' ? 'sha512' : 'sha256', key)
    .update(head)
    .digest('base64url')}`
}

describe('a hostile token', () => {
  const now = () => Math.floor(Date.now() / 1000)
  const good = () => ({
    sub: personId,
    sid: sessionId,
    use: 'access',
    jti: 'x',
    iss: world.config.origin,
    aud: world.config.origin,
    iat: now(),
    exp: now() + 600,
  })
  const ours = () => Buffer.from(world.config.jwtSecret, 'base64')

  it('a fresh one works, so that the rest of this list means something', async () => {
    expect((await me(`Bearer ${await world.tokenOf(personId)}`)).statusCode).toBe(200)
    expect((await me(`Bearer ${signedBy(ours(), 'HS256', good())}`)).statusCode).toBe(200)
  })

  it.each<[string, () => string]>([
    ['nothing after Bearer', () => 'Bearer '],
    ['no Bearer', () => 'x'],
    ['Basic', () => 'Basic eA=='],
    ['three dots', () => 'Bearer ...'],
    ['two parts', () => `Bearer ${b64({ alg: 'HS256' })}.${b64(good())}`],
    ['unsigned', () => `Bearer ${b64({ alg: 'none' })}.${b64(good())}.`],
    ['unsigned, shouting', () => `Bearer ${b64({ alg: 'NONE' })}.${b64(good())}.`],
    ['algorithm as a list', () => `Bearer ${b64({ alg: ['HS256'] })}.${b64(good())}.x`],
    ['another algorithm', () => `Bearer ${signedBy(ours(), 'HS512', good())}`],
    ['another key', () => `Bearer ${signedBy('x'.repeat(32), 'HS256', good())}`],
    ['an empty key', () => `Bearer ${signedBy('', 'HS256', good())}`],
    ['spaces as key', () => `Bearer ${signedBy('   ', 'HS256', good())}`],
    [
      'a crit header',
      () => `Bearer ${signedBy(ours(), 'HS256', good(), { crit: ['b64'], b64: false })}`,
    ],
    [
      'expired',
      () =>
        `Bearer ${signedBy(ours(), 'HS256', { ...good(), iat: now() - 1300, exp: now() - 700 })}`,
    ],
    [
      'too old though not expired',
      () =>
        `Bearer ${signedBy(ours(), 'HS256', { ...good(), iat: now() - 3600, exp: now() + 3600 })}`,
    ],
    ['no expiry', () => `Bearer ${signedBy(ours(), 'HS256', { ...good(), exp: undefined })}`],
    [
      'expiry as text',
      () => `Bearer ${signedBy(ours(), 'HS256', { ...good(), exp: '9999999999' })}`,
    ],
    ['expiry null', () => `Bearer ${signedBy(ours(), 'HS256', { ...good(), exp: null })}`],
    [
      'issued by another place',
      () => `Bearer ${signedBy(ours(), 'HS256', { ...good(), iss: 'https://other.example' })}`,
    ],
    [
      'meant for another place',
      () => `Bearer ${signedBy(ours(), 'HS256', { ...good(), aud: 'https://other.example' })}`,
    ],
    ['no issuer', () => `Bearer ${signedBy(ours(), 'HS256', { ...good(), iss: undefined })}`],
    ['no jti', () => `Bearer ${signedBy(ours(), 'HS256', { ...good(), jti: undefined })}`],
    [
      'a refresh token used as access',
      () => `Bearer ${signedBy(ours(), 'HS256', { ...good(), use: 'refresh' })}`,
    ],
    [
      'a person who is not one',
      () => `Bearer ${signedBy(ours(), 'HS256', { ...good(), sub: "' or 1=1" })}`,
    ],
    [
      'a session that never was',
      () => `Bearer ${signedBy(ours(), 'HS256', { ...good(), sid: someId() })}`,
    ],
    ['payload null', () => `Bearer ${signedBy(ours(), 'HS256', null)}`],
    ['payload a list', () => `Bearer ${signedBy(ours(), 'HS256', [good()])}`],
    ['payload a word', () => `Bearer ${signedBy(ours(), 'HS256', 'admin')}`],
    ['not base64', () => 'Bearer %%%.%%%.%%%'],
    ['very long', () => `Bearer ${'a'.repeat(7000)}`],
  ])('%s gets 401 and no word about why', async (_, authorization) => {
    const answer = await me(authorization())
    expect([answer.statusCode, answer.json().code]).toEqual([401, 'auth.required'])
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })

  it('gets 401 on a public page too, instead of being taken for a stranger', async () => {
    const answer = await world.app.inject({
      url: '/api/v1/challenges',
      headers: { authorization: 'Bearer x.y.z' },
    })
    expect(answer.statusCode).toBe(401)
  })
})

describe('every answer', () => {
  it.each([
    '/healthz',
    '/readyz',
    '/api/v1/challenges',
    '/api/v1/me',
    '/api/v1/nothing',
    '/nothing',
    '/api/openapi.json',
  ])('%s carries the headers that keep browsers honest', async (url) => {
    const { headers } = await world.app.inject(url)
    const csp = String(headers['content-security-policy'])
    expect(csp).toContain("default-src 'none'")
    expect(csp).toContain("frame-ancestors 'none'")
    expect(csp).not.toMatch(/unsafe-|\*|https?:/)
    // A spoken answer is recorded and heard on our own pages, and nowhere else (EI1).
    expect(csp.match(/blob:/g)).toHaveLength(1)
    expect(csp).toContain("media-src 'self' blob:")
    expect(headers['permissions-policy']).toContain('microphone=(self)')
    expect(headers['permissions-policy']).toContain('camera=()')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['cross-origin-opener-policy']).toBe('same-origin')
    expect(headers['cache-control']).toBeTruthy()
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  })

  it('what is personal is stored by nobody on the way', async () => {
    const answer = await me(`Bearer ${await world.tokenOf(personId)}`)
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })

  it('another site asking permission gets none (CORS is off)', async () => {
    const answer = await world.app.inject({
      method: 'OPTIONS',
      url: '/api/v1/me',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'GET' },
    })
    expect(answer.statusCode).toBe(404)
    expect(Object.keys(answer.headers).filter((h) => h.startsWith('access-control'))).toEqual([])
  })
})

it('is not ready for people while its database lacks a migration', async () => {
  const behind = await startWorld()
  expect((await behind.app.inject('/readyz')).statusCode).toBe(200)
  await behind.db.execute(
    'delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)',
  )
  expect((await behind.app.inject('/readyz')).statusCode).toBe(503)
  expect((await behind.app.inject('/healthz')).statusCode).toBe(200)
  await behind.close()
})
