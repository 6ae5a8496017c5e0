import { createClient, type Transport } from '@howcanwe/shared/http'
import { identityContract } from '@howcanwe/shared/identity'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'

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

describe('signing in by mail', () => {
  it('Amina types the six digits and is in, with no password and no account beforehand', async () => {
    const { call } = browser()
    const { requestId } = await call(identityContract.askToSignIn, { body: { email } })
    const { accessToken } = await call(identityContract.useCode, {
      body: { requestId, code: (await newestMail(email)).code },
    })
    const signedIn = createClient(browserWire(accessToken))
    expect((await signedIn(identityContract.me)).email).toBe(email)
  })

  it('a mail scanner opens the link many times, and the person still gets in once (T-06)', async () => {
    const { call } = browser()
    await call(identityContract.askToSignIn, { body: { email } })
    const { token } = await newestMail(email)
    for (const method of ['GET', 'HEAD', 'GET'] as const)
      await world.app.inject({ method, url: '/sign-in/link' })
    expect(
      (await refusal(browser().call(identityContract.useLink, { body: { token } }))).code,
    ).toBe('identity.other_browser')
    expect((await call(identityContract.useLink, { body: { token } })).accessToken).toBeTruthy()
    expect((await refusal(call(identityContract.useLink, { body: { token } }))).code).toBe(
      'identity.link_over',
    )
  })

  it('five wrong guesses end a request, also for the right digits', async () => {
    const { call } = browser()
    const { requestId } = await call(identityContract.askToSignIn, { body: { email } })
    const { code } = await newestMail(email)
    const wrong = code === '000 000' ? '000001' : '000000'
    const guesses = await Promise.all(
      Array.from({ length: 9 }, () =>
        refusal(call(identityContract.useCode, { body: { requestId, code: wrong } })),
      ),
    )
    expect(guesses.filter((g) => g.code === 'identity.code_wrong')).toHaveLength(4)
    expect(
      (await refusal(call(identityContract.useCode, { body: { requestId, code } }))).code,
    ).toBe('identity.code_over')
  })

  it('ten presses at once sign in once', async () => {
    const { call } = browser()
    await call(identityContract.askToSignIn, { body: { email } })
    const { token } = await newestMail(email)
    const all = await Promise.allSettled(
      Array.from({ length: 10 }, () => call(identityContract.useLink, { body: { token } })),
    )
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(1)
  })

  it('a newer mail ends the older one of the same browser, and the sixth in an hour is not sent', async () => {
    const { call } = browser()
    const first = await call(identityContract.askToSignIn, { body: { email } })
    const { code } = await newestMail(email)
    for (let i = 0; i < 4; i++) await call(identityContract.askToSignIn, { body: { email } })
    expect(
      (
        await refusal(
          call(identityContract.useCode, { body: { requestId: first.requestId, code } }),
        )
      ).code,
    ).toBe('identity.code_over')
    expect((await refusal(call(identityContract.askToSignIn, { body: { email } }))).code).toBe(
      'identity.too_many_requests',
    )
  })

  it('a browser that moves from network to network is still the same, and gets five', async () => {
    const at = { network: '' }
    const { call } = browser(at)
    for (let i = 0; i < 5; i++) {
      at.network = `198.51.100.${i}`
      await call(identityContract.askToSignIn, { body: { email } })
    }
    at.network = '198.51.100.6'
    expect((await refusal(call(identityContract.askToSignIn, { body: { email } }))).code).toBe(
      'identity.too_many_requests',
    )
  })

  it('a rival who asks for her address as often as they can neither locks her out nor ends her code', async () => {
    const hers = browser({ network: '203.0.113.1' })
    const { requestId } = await hers.call(identityContract.askToSignIn, { body: { email } })
    const { code } = await newestMail(email)
    const asked = []
    for (let i = 0; i < 8; i++) {
      const rival = browser({ network: `2001:db8:1:1::${i}` })
      if (i % 2) rival.jar.set('sign-in', `${i}`.repeat(43))
      asked.push(
        await rival.call(identityContract.askToSignIn, { body: { email } }).then(
          () => 'sent',
          () => 'refused',
        ),
      )
    }
    expect(asked).toEqual([...Array(5).fill('sent'), ...Array(3).fill('refused')])
    await hers.call(identityContract.useCode, { body: { requestId, code } })
    await hers.call(identityContract.askToSignIn, { body: { email } })
  })

  it('many networks together get no more than twenty mails to one address in an hour', async () => {
    const ask = (i: number) =>
      browser({ network: `198.51.100.${i}` }).call(identityContract.askToSignIn, {
        body: { email },
      })
    for (let i = 0; i < 20; i++) await ask(i)
    expect((await refusal(ask(20))).code).toBe('identity.too_many_requests')
    await world.db.execute(
      sql`update sign_in_requests set created_at = created_at - interval '61 minutes' where email = ${email}`,
    )
    await ask(21)
  })

  it('a machine that asks twenty times at once gets no more mails, and so no more guesses, than five', async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, () =>
        browser().call(identityContract.askToSignIn, { body: { email } }),
      ),
    )
    expect(all.filter((r) => r.status === 'fulfilled').length).toBeLessThanOrEqual(5)
    const { rows } = await world.db.execute<{ letters: number; live: number }>(sql`
      select (select count(*)::int from outbox where recipient = ${email}) letters,
        (select count(*)::int from sign_in_requests where email = ${email} and expires_at > clock_timestamp()) live`)
    expect(rows[0]?.letters).toBeLessThanOrEqual(5)
    expect(rows[0]?.live).toBe(rows[0]?.letters)
  })
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

describe('changing what one is called', () => {
  it('leaves a trail that says which fields, and not what they say', async () => {
    const id = await world.seed.person()
    const call = await world.as(id)
    const { version } = await call(identityContract.me)
    await call(
      identityContract.changeMe,
      { body: { displayName: 'Amina B' } },
      { ifMatch: version },
    )
    const { rows } = await world.db.execute<{ action: string; after: { fields: string[] } }>(
      sql`select action, after from audit_events where subject_id = ${id}`,
    )
    expect(rows).toMatchObject([{ action: 'identity.changed', after: { fields: ['displayName'] } }])
    expect(JSON.stringify(rows)).not.toContain('Amina')
  })

  it.each(['Amina\nyour bank', 'Amina\tB', 'Amina\u2028B'])(
    'is one line: %j',
    async (displayName) => {
      const call = await world.as(await world.seed.person())
      const { version } = await call(identityContract.me)
      const wrong = call(identityContract.changeMe, { body: { displayName } }, { ifMatch: version })
      expect((await refusal(wrong)).errors).toEqual([
        { pointer: '#/body/displayName', code: 'hidden_characters' },
      ])
    },
  )

  it('from two windows, the second reads which version is kept now', async () => {
    const call = await world.as(await world.seed.person())
    const { version } = await call(identityContract.me)
    const say = (displayName: string) =>
      call(identityContract.changeMe, { body: { displayName } }, { ifMatch: version })
    await say('Amina')
    const { code, currentVersion } = await refusal(say('Amina B'))
    expect([code, currentVersion]).toEqual(['request.stale', version + 1])
  })
})
