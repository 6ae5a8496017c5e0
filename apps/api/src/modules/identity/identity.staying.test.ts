import { createClient, type Transport } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, someId, startWorld, type World } from '../../../test/support.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
  await world.seed.place({ name: 'Northgate and Elmside' })
})
afterAll(() => world.close())

/** A browser: keeps cookies, sends the origin. */
function browser(at: { network?: string } = {}) {
  const jar = new Map<string, string>()
  const wire: Transport = async (r) => {
    const cookie = [...jar].map(([k, v]) => `${k}=${v}`).join('; ')
    const answer = await world.app.inject({
      method: r.method as 'GET',
      url: r.url,
      remoteAddress: at.network ?? '127.0.0.1',
      headers: {
        ...r.headers,
        origin: world.config.origin,
        'sec-fetch-site': 'same-origin',
        ...(cookie ? { cookie } : {}),
      },
      payload: r.body,
    })
    for (const c of answer.cookies) jar.set(c.name, c.value)
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }
  return { jar, call: createClient(wire) }
}

async function newestMail(to: string) {
  const { rows } = await world.db.execute<{ body: string }>(
    sql`select body from outbox where recipient = ${to} order by id desc limit 1`,
  )
  const body = rows[0]?.body ?? ''
  return { code: /(\d{3} \d{3})/.exec(body)?.[1] ?? '', token: /#(\S+)/.exec(body)?.[1] ?? '' }
}

let n = 0
let email = ''
beforeEach(() => {
  email = `amina-${++n}@example.org`
})

const browserWire =
  (token: string): Transport =>
  async (r) => {
    const answer = await world.app.inject({
      method: r.method as 'GET',
      url: r.url,
      headers: { ...r.headers, authorization: `Bearer ${token}` },
      payload: r.body,
    })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }

describe('staying signed in', () => {
  async function signedIn() {
    const b = browser()
    const { requestId } = await b.call(identityContract.askToSignIn, { body: { email } })
    const session = await b.call(identityContract.useCode, {
      body: { requestId, code: (await newestMail(email)).code },
    })
    return { ...b, token: session.accessToken }
  }

  it('a phone that refreshes ten times at once on bad signal stays signed in, with one successor', async () => {
    const b = await signedIn()
    const before = b.jar.get('refresh') ?? ''
    const again = () => {
      const other = browser()
      other.jar.set('refresh', before)
      return other.call(identityContract.refresh, { body: {} }).then(() => other.jar.get('refresh'))
    }
    const successors = new Set(await Promise.all(Array.from({ length: 10 }, again)))
    expect(successors.size).toBe(1)
    expect([...successors][0]).not.toBe(before)
  })

  it('a stolen refresh token used later ends the session for thief and owner', async () => {
    const b = await signedIn()
    const stolen = b.jar.get('refresh') ?? ''
    await b.call(identityContract.refresh, { body: {} })
    await world.db.execute(
      sql`update refresh_tokens set used_at = used_at - interval '1 minute' where used_at is not null`,
    )
    const thief = browser()
    thief.jar.set('refresh', stolen)
    expect((await refusal(thief.call(identityContract.refresh, { body: {} }))).code).toBe(
      'identity.session_over',
    )
    expect((await refusal(b.call(identityContract.refresh, { body: {} }))).code).toBe(
      'identity.session_over',
    )
  })

  it('a role granted later shortens a session that was to last for thirty days', async () => {
    const b = await signedIn()
    const call = createClient(browserWire(b.token))
    const { id } = await call(identityContract.me)
    const began = (ago: string) =>
      world.db.execute(
        sql`update sessions set created_at = clock_timestamp() - ${ago}::interval where person_id = ${id}`,
      )
    const hoursLeft = async () =>
      (
        await world.db.execute<{ hours: number }>(
          sql`select extract(epoch from expires_at - clock_timestamp())::float8 / 3600 as hours from sessions where person_id = ${id}`,
        )
      ).rows[0]?.hours
    await began('13 hours')
    await b.call(identityContract.refresh, { body: {} })
    expect(await hoursLeft()).toBeGreaterThan(600)

    const { id: placeId } = await world.seed.place()
    await world.db.execute(
      sql`insert into role_grants (id, place_id, person_id, role) values (${someId()}, ${placeId}, ${id}, 'commissioner')`,
    )
    await began('11 hours')
    await b.call(identityContract.refresh, { body: {} })
    expect(await hoursLeft()).toBeCloseTo(1, 1)
    await world.db.execute(sql`update role_grants set ended_at = now() where person_id = ${id}`)
    await b.call(identityContract.refresh, { body: {} })
    expect(await hoursLeft()).toBeCloseTo(1, 1)

    await world.db.execute(
      sql`insert into role_grants (id, place_id, person_id, role) values (${someId()}, ${placeId}, ${id}, 'commissioner')`,
    )
    await began('12 hours 1 minute')
    expect((await refusal(b.call(identityContract.refresh, { body: {} }))).code).toBe(
      'identity.session_over',
    )
    expect((await refusal(call(identityContract.me))).code).toBe('auth.required')
  })

  it('an access token is worth nothing after signing out', async () => {
    const b = await signedIn()
    const call = createClient(browserWire(b.token))
    await call(identityContract.me)
    await b.call(identityContract.signOut, { body: {} })
    expect((await refusal(call(identityContract.me))).code).toBe('auth.required')
  })

  it.each([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['a page without an origin', {}],
    ['an opaque origin', { origin: 'null' }],
  ])('%s cannot use the cookie (T-17)', async (_, headers) => {
    const b = await signedIn()
    const answer = await world.app.inject({
      method: 'POST',
      url: '/api/v1/auth/refresh',
      headers: { ...headers, cookie: `refresh=${b.jar.get('refresh')}` },
      payload: {},
    })
    expect(answer.statusCode).toBe(403)
  })
})
