import { PassThrough } from 'node:stream'
import { createClient, type Transport } from '@howcanwe/shared/http'
import { identityContract as contract } from '@howcanwe/shared/identity'
import { placesContract } from '@howcanwe/shared/places'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { refusal, startWorld, type World } from '../../../test/support.ts'
import { sqlState } from '../../db/database.ts'

let world: World
const logged: string[] = []
beforeAll(async () => {
  const log = new PassThrough()
  log.on('data', (chunk) => logged.push(String(chunk)))
  world = await startWorld({ LOG_LEVEL: 'debug', SMS_PER_DAY: '60' }, log)
  await world.seed.place({ name: 'Northgate and Elmside' })
})
afterAll(() => world.close())

/** A browser in a network: keeps cookies, sends the origin. */
function browser(network = '127.0.0.1', { app, config }: World = world) {
  const jar = new Map<string, string>()
  const wire: Transport = async (r) => {
    const cookie = [...jar].map(([k, v]) => `${k}=${v}`).join('; ')
    const answer = await app.inject({
      method: r.method as 'GET',
      url: r.url,
      remoteAddress: network,
      headers: {
        ...r.headers,
        origin: config.origin,
        'sec-fetch-site': 'same-origin',
        ...(cookie ? { cookie } : {}),
      },
      payload: r.body,
    })
    for (const c of answer.cookies) jar.set(c.name, c.value)
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  }
  return createClient(wire)
}

const as = (token: string): ReturnType<typeof createClient> =>
  createClient(async (r) => {
    const answer = await world.app.inject({
      method: r.method as 'GET',
      url: r.url,
      headers: { ...r.headers, authorization: `Bearer ${token}` },
      payload: r.body,
    })
    return { status: answer.statusCode, body: answer.body === '' ? undefined : answer.json() }
  })

const texts = async (to: string) =>
  (
    await world.db.execute<{ body: string; subject: string; channel: string }>(
      sql`select body, subject, channel from outbox where recipient = ${to} order by id desc`,
    )
  ).rows
const newest = async (to: string) => {
  const body = (await texts(to))[0]?.body ?? ''
  return { code: /(\d{3} \d{3})/.exec(body)?.[1] ?? '', token: /link#(\S+)/.exec(body)?.[1] ?? '' }
}
const ask = (call: ReturnType<typeof browser>, phone: string, more: object = {}) =>
  call(contract.askToSignIn, { body: { phone, ...more } })

let n = 0
let phone = ''
let typed = ''
beforeEach(async () => {
  n += 1
  phone = `+447700900${String(n).padStart(3, '0')}`
  typed = `07700 900${String(n).padStart(3, '0')}`
  await world.db.execute(sql`delete from outbox`)
  await world.db.execute(sql`delete from sign_in_requests`)
})

async function signedIn(number = typed, network?: string) {
  const call = browser(network)
  const { requestId } = await ask(call, number)
  const to = `+44${number.replaceAll(' ', '').slice(1)}`
  const { accessToken } = await call(contract.useCode, {
    body: { requestId, code: (await newest(to)).code },
  })
  return as(accessToken)
}

describe('signing in by text', () => {
  it('Amina, who has no email, types her number and six digits and is in; texts are how she is reached', async () => {
    const me = await (await signedIn())(contract.me)
    expect(me).toMatchObject({
      email: null,
      phone,
      phoneProven: true,
      preferredChannel: 'sms',
    })
    const again = await (await signedIn())(contract.me)
    expect(again.id).toBe(me.id)
  })

  it('the text names the town, gives digits, link and minutes, and ends so that only our page is filled in', async () => {
    await ask(browser(), typed)
    const [text, ...more] = await texts(phone)
    expect(more).toEqual([])
    expect(text?.channel).toBe('sms')
    const { code, token } = await newest(phone)
    expect(text?.body).toBe(
      `Northgate and Elmside: ${code} is your code. It works for 10 minutes. Or open ${world.config.origin}/sign-in/link#${token}\n\n@localhost #${code.replace(' ', '')}`,
    )
  })

  it('in Dutch to whoever reads Dutch', async () => {
    await ask(browser(), typed, { language: 'nl' })
    expect((await texts(phone))[0]?.body).toContain('is je code. Die werkt 10 minuten.')
  })

  it.each(['+44 7700 900 777', '0044 7700 900777', '07700-900.777', '(07700) 900777'])(
    'however it is written: %s',
    async (written) => {
      await ask(browser(), written)
      expect(await texts('+447700900777')).toHaveLength(1)
    },
  )

  it('opening the link does nothing; a press in the browser that asked does, once (T-06)', async () => {
    const call = browser()
    await ask(call, typed)
    const { token } = await newest(phone)
    for (const method of ['GET', 'HEAD'] as const)
      await world.app.inject({ method, url: '/sign-in/link' })
    const elsewhere = await refusal(browser()(contract.useLink, { body: { token } }))
    expect(elsewhere.code).toBe('identity.other_browser')
    expect((await call(contract.useLink, { body: { token } })).accessToken).toBeTruthy()
    const twice = await refusal(call(contract.useLink, { body: { token } }))
    expect(twice.code).toBe('identity.link_over')
  })

  it('five wrong guesses end it, also for the right digits', async () => {
    const call = browser()
    const { requestId } = await ask(call, typed)
    const { code } = await newest(phone)
    const wrong = code === '000 000' ? '000001' : '000000'
    const guess = (given: string) =>
      refusal(call(contract.useCode, { body: { requestId, code: given } }))
    const all = await Promise.all(Array.from({ length: 8 }, () => guess(wrong)))
    expect(all.filter((g) => g.code === 'identity.code_wrong')).toHaveLength(4)
    expect((await guess(code)).code).toBe('identity.code_over')
  })

  it('the answer does not say whether a number is known, proven or only saved', async () => {
    await signedIn()
    const saved = `+447700901${String(n).padStart(3, '0')}`
    await world.seed.person({ phone: saved })
    const shapes = []
    for (const number of [typed, saved, '07700 900999']) {
      const { requestId, ...rest } = await ask(browser(), number)
      shapes.push({ ...rest, id: requestId.length })
    }
    expect(new Set(shapes.map((s) => JSON.stringify(s))).size).toBe(1)
  })

  it.each([
    ['an address and a number', { email: 'amina@example.org', phone: '07700 900123' }],
    ['neither', {}],
  ])('%s are not what is asked for', async (_, body) => {
    const { code, errors } = await refusal(browser()(contract.askToSignIn, { body }))
    expect([code, errors?.[0]?.pointer]).toEqual(['request.invalid', '#/body/email'])
  })

  it('a number that is none is refused beside its field', async () => {
    expect((await refusal(ask(browser(), '1234567'))).errors).toEqual([
      { pointer: '#/body/phone', code: 'invalid' },
    ])
  })

  it('the database holds one of both, never none and never two', async () => {
    const put = (email: string | null, number: string | null) =>
      world.db
        .execute(sql`
          insert into sign_in_requests (id, email_hash, email, phone, language, link_hash, code_hash, browser_hash, shared_computer, expires_at)
          values (gen_random_uuid(), 'h', ${email}, ${number}, 'en', gen_random_uuid()::text::bytea, 'c', 'b', false, now())`)
        .then(() => 'kept', sqlState)
    expect([
      await put('a@example.org', null),
      await put(null, phone),
      await put(null, null),
      await put('a@example.org', phone),
    ]).toEqual(['kept', 'kept', '23514', '23514'])
  })
})

describe('a number somebody else typed', () => {
  it('is no way into their account, and whoever owns it does not land there', async () => {
    const stranger = await world.seed.person({ name: 'Stranger', phone })
    const amina = await (await signedIn())(contract.me)
    expect(amina.id).not.toBe(stranger)
    expect(amina.displayName).toBeNull()
    expect(await (await world.as(stranger))(contract.me)).toMatchObject({
      phone,
      phoneProven: false,
    })
  })
})

describe('whoever is paid by the text', () => {
  it.each([
    ['a personal number', '070 0012 3456'],
    ['a pager', '07600 123456'],
    ['a number paid by the minute', '0909 879 0000'],
    ['a telephone on a wall', '020 7946 0000'],
    ['a mobile abroad', '+31 6 12345678'],
    ['a satellite', '+881 6 1234 5678'],
  ])('gets none for %s', async (_, number) => {
    const { code, title } = await refusal(ask(browser(), number))
    expect(code).toBe('identity.number_not_texted')
    expect(title).not.toMatch(/\d/)
    expect((await world.db.execute(sql`select id from outbox`)).rows).toEqual([])
  })

  it('gets ten numbers an hour from one network, at once or one by one; the next network is free', async () => {
    const distinct = Array.from({ length: 12 }, (_, i) => `07700 9006${String(i).padStart(2, '0')}`)
    const all = await Promise.allSettled(distinct.map((number) => ask(browser(), number)))
    expect(all.filter((r) => r.status === 'fulfilled')).toHaveLength(10)
    const refused = await refusal(ask(browser(), typed))
    expect(refused.code).toBe('identity.too_many_texts')
    await ask(browser('198.51.100.7'), typed)
    await browser()(contract.askToSignIn, { body: { email: 'amina@example.org' } })
    await world.db.execute(
      sql`update sign_in_requests set created_at = created_at - interval '61 minutes'`,
    )
    await ask(browser(), '07700 900660')
  })

  it('gets so many a day altogether; email goes on, and tomorrow is another day', async () => {
    for (let i = 0; i < 60; i++)
      await ask(browser(`198.51.100.${i}`), `07700 9007${String(i).padStart(2, '0')}`)
    const { code, detail } = await refusal(ask(browser('203.0.113.1'), typed))
    expect([code, detail]).toEqual(['identity.too_many_texts', expect.stringContaining('email')])
    await browser()(contract.askToSignIn, { body: { email: 'amina@example.org' } })
    await world.db.execute(sql`update outbox set created_at = created_at - interval '24 hours'`)
    await ask(browser('203.0.113.1'), typed)
  })

  it('gets twenty a day from one network where sixty go out in all; the next network is free, and so is tomorrow', async () => {
    const later = () =>
      world.db.execute(
        sql`update sign_in_requests set created_at = created_at - interval '61 minutes'`,
      )
    for (let i = 0; i < 20; i++) {
      if (i === 10) await later()
      await ask(browser(), `07700 9008${String(i).padStart(2, '0')}`)
    }
    await later()
    const { code, detail } = await refusal(ask(browser(), typed))
    expect([code, detail]).toEqual(['identity.too_many_texts', expect.stringContaining('email')])
    await ask(browser('198.51.100.7'), typed)
    await world.db.execute(
      sql`update sign_in_requests set created_at = created_at - interval '24 hours'`,
    )
    await ask(browser(), typed)
  })

  it('gets five to one number an hour, as with an address', async () => {
    for (let i = 0; i < 5; i++) await ask(browser(), typed)
    expect((await refusal(ask(browser(), typed))).code).toBe('identity.too_many_requests')
  })
})

describe('where no texts are sent', () => {
  it('the place says so, and asking for one is refused with what to do instead', async () => {
    const quiet = await startWorld({ SMS: 'none' })
    await quiet.seed.place()
    expect((await quiet.anyone(placesContract.here)).texts).toBe(false)
    const asked = await refusal(ask(browser('127.0.0.1', quiet), typed))
    expect([asked.code, asked.detail]).toEqual([
      'identity.texts_off',
      expect.stringContaining('email'),
    ])
    await quiet.close()
  })

  it('and where they are, it says that', async () => {
    expect((await world.anyone(placesContract.here)).texts).toBe(true)
  })
})

it('in the Netherlands a number without a country is Dutch, and only Dutch mobiles are texted', async () => {
  const here = await startWorld()
  await here.seed.place({ timeZone: 'Europe/Amsterdam', languages: ['nl'] })
  const call = browser('127.0.0.1', here)
  await ask(call, '06 00000042')
  const { rows } = await here.db.execute(sql`select recipient from outbox`)
  expect(rows).toEqual([{ recipient: '+31600000042' }])
  expect((await refusal(ask(call, '+44 7700 900123'))).code).toBe('identity.number_not_texted')
  await here.close()
})

it('no line of the log and no refusal holds a number', async () => {
  await signedIn()
  await refusal(ask(browser(), '070 0012 3456'))
  const all = logged.join('')
  expect(all).not.toBe('')
  expect(all).not.toMatch(/7700\s?90|70\s?0012/)
})
