import { createHmac } from 'node:crypto'
import { connect } from 'node:net'
import { Writable } from 'node:stream'
import { amendmentsContract } from '@howcanwe/shared/amendments'
import { identityContract } from '@howcanwe/shared/identity'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from './support.ts'

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

describe('too much', () => {
  it('a body over 64 KiB is refused with a next step', async () => {
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      payload: { email: 'a'.repeat(70_000) },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'request.too_large'])
  })

  it('many requests in a minute are slowed down, with when to come back', async () => {
    const busy = await startWorld({ RATE_LIMIT: '1' })
    await busy.seed.place()
    const answers = []
    for (let i = 0; i < 310; i++) answers.push(await busy.app.inject('/api/v1/places/here'))
    const slowed = answers.filter((a) => a.statusCode === 429)
    expect(slowed).toHaveLength(10)
    expect(slowed[0]?.json().code).toBe('request.rate_limited')
    expect(slowed[0]?.headers['retry-after']).toBeTruthy()
    const spoofed = await busy.app.inject({
      url: '/api/v1/places/here',
      headers: { 'x-forwarded-for': '203.0.113.9' },
    })
    expect(spoofed.statusCode).toBe(429)
    for (const url of ['/healthz', '/assets/index.js'])
      expect((await busy.app.inject(url)).statusCode, url).not.toBe(429)
    await busy.close()
  })

  it('whoever knocks without an account may do so less often, each door counted apart (T-20)', async () => {
    const busy = await startWorld({ RATE_LIMIT: '1' })
    await busy.seed.place()
    const doors: [string, number, object][] = [
      ['/auth/sign-in', 10, { email: 'canary-9@example.org' }],
      ['/auth/code', 20, { requestId: someId(), code: '123456' }],
      ['/auth/link', 20, { token: 'x'.repeat(43) }],
      [`/groups/${someId()}/members`, 10, {}],
      ['/group-places/leave', 10, { manageToken: 'x'.repeat(43) }],
    ]
    for (const [path, most, payload] of doors) {
      const knock = (remoteAddress: string) =>
        busy.app.inject({ method: 'POST', url: `/api/v1${path}`, payload, remoteAddress })
      const codes = []
      for (let i = 0; i < most; i++) codes.push((await knock('198.51.100.7')).json().code)
      expect(codes, path).not.toContain('request.rate_limited')
      const slowed = await knock('198.51.100.7')
      expect([slowed.statusCode, slowed.json().code], path).toEqual([429, 'request.rate_limited'])
      expect(Number(slowed.headers['retry-after']), path).toBeGreaterThan(0)
      expect((await knock('198.51.100.8')).json().code, path).not.toBe('request.rate_limited')
    }
    expect((await busy.app.inject('/api/v1/places/here')).statusCode).toBe(200)
    await busy.close()
  })

  it('whoever knocks with bad tokens is counted like everybody else, and the watch over us is not (T-20)', async () => {
    const busy = await startWorld({ RATE_LIMIT: '1' })
    await busy.seed.place()
    const amina = await busy.seed.person()
    const call = await busy.as(amina)
    const knock = (authorization: string) =>
      busy.app.inject({ url: '/api/v1/me', headers: { authorization } })
    const codes = []
    for (let i = 0; i < 310; i++) codes.push((await knock('Bearer x.y.z')).statusCode)
    expect(codes.slice(0, 300).every((code) => code === 401)).toBe(true)
    expect(codes.slice(300).every((code) => code === 429)).toBe(true)
    const wanted = { params: { challengeId: someId() }, body: {} }
    const refused = []
    for (let i = 0; i < 11; i++)
      refused.push((await refusal(call(amendmentsContract.resume, wanted))).code)
    expect(refused.slice(9)).toEqual(['auth.forbidden', 'request.rate_limited'])
    for (const url of ['/healthz', '/readyz', '/assets/index.js'])
      expect((await busy.app.inject(url)).statusCode, url).not.toBe(429)
    await busy.close()
  })

  it('behind a named proxy each visitor is counted apart, and nobody else is believed', async () => {
    const busy = await startWorld({ RATE_LIMIT: '1', TRUST_PROXY: '10.0.0.1' })
    const knock = async (remoteAddress: string, visitor: string) =>
      (
        await busy.app.inject({
          method: 'POST',
          url: '/api/v1/group-places/leave',
          payload: { manageToken: 'x'.repeat(43) },
          remoteAddress,
          headers: { 'x-forwarded-for': visitor, authorization: 'Bearer x.y.z' },
        })
      ).statusCode
    for (let i = 0; i < 10; i++) expect(await knock('10.0.0.1', '203.0.113.9')).not.toBe(429)
    expect(await knock('10.0.0.1', '203.0.113.9')).toBe(429)
    expect(await knock('10.0.0.1', '203.0.113.10')).not.toBe(429)
    // A visitor who writes the header themselves stays who they are.
    for (let i = 0; i < 10; i++) expect(await knock('198.51.100.7', `192.0.2.${i}`)).not.toBe(429)
    expect(await knock('198.51.100.7', '192.0.2.99')).toBe(429)
    await busy.close()
  })

  it('whoever makes the service write to everybody may do so ten times a minute', async () => {
    const busy = await startWorld({ RATE_LIMIT: '1' })
    const place = await busy.seed.place()
    const ruth = await busy.seed.person({ roles: [{ placeId: place.id, role: 'commissioner' }] })
    const call = await busy.as(ruth)
    const codes = []
    for (let i = 0; i < 11; i++) {
      const params = { challengeId: someId() }
      codes.push((await refusal(call(amendmentsContract.resume, { params, body: {} }))).code)
    }
    expect(codes.slice(9)).toEqual(['challenges.not_found', 'request.rate_limited'])
    await busy.close()
  })

  it('a client that sends its body drop by drop is cut off', async () => {
    const slow = await startWorld()
    await slow.app.listen({ port: 0, host: '127.0.0.1' })
    const { port } = slow.app.server.address() as { port: number }
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      let heard = ''
      socket.on('data', (d) => {
        heard += d
      })
      socket.on('close', () => resolve(heard))
      socket.on('error', () => resolve(heard))
      socket.write(
        'POST /api/v1/auth/sign-in HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n',
      )
      const drip = setInterval(() => socket.write('{'), 500)
      socket.on('close', () => clearInterval(drip))
    })
    expect(answer).toContain('408')
    await slow.close()
  }, 20_000)

  it('a database that cuts its connections does not bring the service down', async () => {
    await world.db.execute(
      'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
    )
    const answers = await Promise.all(Array.from({ length: 10 }, () => world.app.inject('/readyz')))
    expect(answers.filter((a) => a.statusCode === 200).length).toBeGreaterThan(0)
    expect((await world.app.inject('/readyz')).statusCode).toBe(200)
  })
})

describe('what the log says', () => {
  it('holds no address, code, token or word a person typed', async () => {
    const lines: string[] = []
    const sink = new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const talkative = await startWorld({ LOG_LEVEL: 'debug' }, sink)
    await talkative.seed.place()
    await talkative.anyone(identityContract.askToSignIn, {
      body: { email: 'canary-7@example.org' },
    })
    await refusal(
      talkative.anyone(identityContract.useLink, { body: { token: 'canary-token-0123456789' } }),
    )
    await talkative.app.inject({
      url: '/api/v1/challenges?q=canary-search',
      headers: { authorization: 'Bearer canary.bearer.x', cookie: 'refresh=canary-cookie' },
    })
    await talkative.app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      payload: { email: 'canary not an address' },
    })
    expect(lines.join('')).toContain('/api/v1/auth/sign-in')
    expect(lines.join('')).not.toContain('canary')
    await talkative.close()
  })

  it('says where a statement failed that nobody foresaw, and none of its values', async () => {
    const lines: string[] = []
    const sink = new Writable({
      write: (chunk, _, done) => {
        lines.push(String(chunk))
        done()
      },
    })
    const broken = await startWorld({ LOG_LEVEL: 'error' }, sink)
    await broken.seed.place()
    await broken.db.execute('alter table sign_in_requests drop column tries')
    const answer = await broken.app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      payload: { email: 'canary-8@example.org' },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([500, 'server.unexpected'])
    expect(lines.join('')).toContain('"sqlState":"42703"')
    expect(lines.join('')).toMatch(/at .+identity/)
    expect(lines.join('')).not.toContain('canary')
    await broken.close()
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

describe('input that costs time', () => {
  it.each([
    ['twenty thousand dots', `a@${'.'.repeat(20_000)}`],
    ['sixty thousand dots', `a@${'.'.repeat(60_000)}`],
  ])('an address of %s is refused without thinking long (T-10)', async (_, email) => {
    const before = process.cpuUsage()
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/v1/auth/sign-in',
      payload: { email },
    })
    expect(answer.statusCode).toBe(400)
    // Far below the half second of processor the pattern took; the margin is for a busy machine.
    expect(process.cpuUsage(before).user).toBeLessThan(250_000)
  })
})
